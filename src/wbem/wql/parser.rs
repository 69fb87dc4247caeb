//! Reads a query.

use super::lexer::{tokens, Token};
use super::Fault::{self, TooComplex, Unparsable};
use super::{Condition, Operand, Path, Query, Relation};

type Result<T> = std::result::Result<T, Fault>;

/// Parentheses and NOTs may stand within each other so deep.
const DEEPEST: usize = 256;

/// A query has no more comparisons: those in a row are as deep as parentheses. Windows has a quota for them too.
const MOST: usize = 1024;

/// Reads a SELECT of data, of classes or of events.
pub fn parse(text: &str) -> Result<Query> {
    let tokens = tokens(text)?;
    let mut parser = Parser {
        rest: &tokens,
        depth: 0,
        tests: 0,
    };
    let query = parser.query()?;
    parser.rest.is_empty().then_some(query).ok_or(Unparsable)
}

struct Parser<'a> {
    rest: &'a [Token],
    depth: usize,
    tests: usize,
}

/// What a comparison may have on either side.
enum Side {
    Operand(Operand),
    Null,
}

impl Parser<'_> {
    fn query(&mut self) -> Result<Query> {
        self.keyword("SELECT")?;
        let select = self.selection()?;
        self.keyword("FROM")?;
        let class = self.name()?;
        let within = self.has("WITHIN").then(|| self.seconds()).transpose()?;
        let condition = self.has("WHERE").then(|| self.condition()).transpose()?;
        let is_grouped = self.has("GROUP");
        if is_grouped {
            self.group()?;
        }
        Ok(Query {
            select,
            class,
            within,
            condition,
            is_grouped,
        })
    }

    fn selection(&mut self) -> Result<Option<Vec<Path>>> {
        if self.takes(&Token::Star) {
            return Ok(None);
        }
        let mut paths = vec![self.path()?];
        while self.takes(&Token::Comma) {
            paths.push(self.path()?);
        }
        Ok(Some(paths))
    }

    /// WITHIN n [BY property, ...] [HAVING NumberOfEvents op n]
    fn group(&mut self) -> Result<()> {
        self.keyword("WITHIN")?;
        self.seconds()?;
        if self.has("BY") {
            self.selection()?;
        }
        if self.has("HAVING") {
            self.condition()?;
        }
        Ok(())
    }

    fn seconds(&mut self) -> Result<f64> {
        match self.next()? {
            Token::Whole(number) if number >= 0 => Ok(number as f64),
            Token::Real(number) if number >= 0.0 && number.is_finite() => Ok(number),
            _ => Err(Unparsable),
        }
    }

    fn condition(&mut self) -> Result<Condition> {
        let mut left = self.conjunction()?;
        while self.has("OR") {
            left = Condition::Or(left.into(), self.conjunction()?.into());
        }
        Ok(left)
    }

    fn conjunction(&mut self) -> Result<Condition> {
        let mut left = self.negation()?;
        while self.has("AND") {
            left = Condition::And(left.into(), self.negation()?.into());
        }
        Ok(left)
    }

    fn negation(&mut self) -> Result<Condition> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(TooComplex);
        }
        let found = if self.has("NOT") {
            Condition::Not(self.negation()?.into())
        } else if self.takes(&Token::Open) {
            let inner = self.condition()?;
            self.expect(&Token::Close)?;
            inner
        } else {
            self.test()?
        };
        self.depth -= 1;
        Ok(found)
    }

    fn test(&mut self) -> Result<Condition> {
        self.tests += 1;
        if self.tests > MOST {
            return Err(TooComplex);
        }
        let left = self.side()?;
        if let Side::Operand(Operand::Path(path)) = &left {
            if let Some(found) = self.test_of(path.clone())? {
                return Ok(found);
            }
        }
        let Token::Relation(relation) = self.next()? else {
            return Err(Unparsable);
        };
        match (left, self.side()?) {
            (Side::Operand(Operand::Path(path)), Side::Null)
            | (Side::Null, Side::Operand(Operand::Path(path))) => {
                compared_with_null(path, relation)
            }
            (Side::Operand(Operand::Path(path)), Side::Operand(right)) => {
                Ok(Condition::Compare(path, relation, right))
            }
            (Side::Operand(left), Side::Operand(Operand::Path(path))) => {
                Ok(Condition::Compare(path, relation.mirrored(), left))
            }
            _ => Err(Unparsable),
        }
    }

    /// What begins with a property and is no comparison: IS [NOT] NULL, [NOT] LIKE, ISA.
    fn test_of(&mut self, path: Path) -> Result<Option<Condition>> {
        if self.has("IS") {
            let is_not = self.has("NOT");
            self.keyword("NULL")?;
            return Ok(Some(negated_if(is_not, Condition::IsNull(path))));
        }
        if self.has("ISA") {
            return Ok(Some(Condition::Isa(path, self.class()?)));
        }
        let is_not = self.has("NOT");
        if self.has("LIKE") {
            let Token::Quoted(pattern) = self.next()? else {
                return Err(Unparsable);
            };
            return Ok(Some(negated_if(is_not, Condition::Like(path, pattern))));
        }
        if is_not {
            return Err(Unparsable);
        }
        Ok(None)
    }

    /// A class's name, with quotation marks or without.
    fn class(&mut self) -> Result<String> {
        match self.next()? {
            Token::Quoted(name) | Token::Word(name) => Ok(name),
            _ => Err(Unparsable),
        }
    }

    fn side(&mut self) -> Result<Side> {
        let operand = match self.rest.first().ok_or(Unparsable)? {
            Token::Word(word) if word.eq_ignore_ascii_case("NULL") => {
                self.next()?;
                return Ok(Side::Null);
            }
            Token::Word(word) => match truth(word) {
                Some(truth) => {
                    self.next()?;
                    Operand::Bool(truth)
                }
                None => Operand::Path(self.path()?),
            },
            _ => match self.next()? {
                Token::Quoted(text) => Operand::Text(unescaped(&text)),
                Token::Whole(number) => Operand::Whole(number),
                Token::Real(number) => Operand::Real(number),
                _ => return Err(Unparsable),
            },
        };
        Ok(Side::Operand(operand))
    }

    fn path(&mut self) -> Result<Path> {
        let mut path = vec![self.name()?];
        while self.takes(&Token::Dot) {
            // The last may be a star: all properties of an object.
            let name = if self.takes(&Token::Star) {
                "*".into()
            } else {
                self.name()?
            };
            path.push(name);
        }
        Ok(path)
    }

    fn name(&mut self) -> Result<String> {
        match self.next()? {
            Token::Word(word) if !is_reserved(&word) => Ok(word),
            _ => Err(Unparsable),
        }
    }

    fn next(&mut self) -> Result<Token> {
        let (first, rest) = self.rest.split_first().ok_or(Unparsable)?;
        self.rest = rest;
        Ok(first.clone())
    }

    fn takes(&mut self, token: &Token) -> bool {
        let takes = self.rest.first() == Some(token);
        self.rest = &self.rest[usize::from(takes)..];
        takes
    }

    fn expect(&mut self, token: &Token) -> Result<()> {
        self.takes(token).then_some(()).ok_or(Unparsable)
    }

    /// Takes a keyword if it is next.
    fn has(&mut self, keyword: &str) -> bool {
        let has = matches!(self.rest.first(), Some(Token::Word(word)) if word.eq_ignore_ascii_case(keyword));
        self.rest = &self.rest[usize::from(has)..];
        has
    }

    fn keyword(&mut self, keyword: &str) -> Result<()> {
        self.has(keyword).then_some(()).ok_or(Unparsable)
    }
}

fn is_reserved(word: &str) -> bool {
    const RESERVED: [&str; 13] = [
        "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "LIKE", "IS", "ISA", "NULL", "WITHIN",
        "TRUE", "FALSE",
    ];
    RESERVED.iter().any(|it| it.eq_ignore_ascii_case(word))
}

fn truth(word: &str) -> Option<bool> {
    let is = |keyword: &str| word.eq_ignore_ascii_case(keyword);
    (is("TRUE") || is("FALSE")).then(|| is("TRUE"))
}

fn negated_if(negated: bool, condition: Condition) -> Condition {
    if negated {
        Condition::Not(condition.into())
    } else {
        condition
    }
}

fn compared_with_null(path: Path, relation: Relation) -> Result<Condition> {
    match relation {
        Relation::Equal => Ok(Condition::IsNull(path)),
        Relation::Unequal => Ok(negated_if(true, Condition::IsNull(path))),
        _ => Err(Unparsable),
    }
}

/// A backslash takes the next character as it is.
fn unescaped(text: &str) -> String {
    let mut chars = text.chars();
    let mut plain = String::with_capacity(text.len());
    while let Some(char) = chars.next() {
        plain.extend(if char == '\\' {
            chars.next()
        } else {
            Some(char)
        });
    }
    plain
}
