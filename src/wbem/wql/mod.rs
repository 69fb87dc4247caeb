//! WQL as pure text: what a query says, without knowing what there is to ask for.

mod lexer;
mod like;
mod parser;

pub use like::is_like;
pub use parser::parse;

/// Why a query is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no WQL.
    Unparsable,
    /// It is too deep, or has too many comparisons.
    TooComplex,
}

/// A query.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// The properties that are asked for; `None` for all.
    pub select: Option<Vec<Path>>,
    /// The class behind FROM.
    pub class: String,
    /// The seconds of WITHIN.
    pub within: Option<f64>,
    pub condition: Option<Condition>,
    /// GROUP WITHIN, with which events are counted.
    pub is_grouped: bool,
}

/// Names with dots between them.
pub type Path = Vec<String>;

#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
    Not(Box<Condition>),
    /// Two properties, or a property and a constant, which may stand on either side.
    Compare(Path, Relation, Operand),
    IsNull(Path),
    Like(Path, String),
    /// The object of a property; `__this` is the whole object.
    Isa(Path, String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Relation {
    /// The same with its sides exchanged.
    fn mirrored(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
            same => same,
        }
    }

    /// Whether it holds of two values in that order.
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Unequal => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    Path(Path),
    Whole(i128),
    Real(f64),
    Text(String),
    Bool(bool),
}

#[cfg(test)]
mod tests;
