//! Reads the classes of src/wbem/schema, which are written in MOF, the language that Microsoft's pages
//! show classes in. Written in it too is what GetObjectText says.

use std::fmt::Write;
use std::sync::Arc;

use super::class::has;
use super::value::Cim;
use super::{Class, Genus, Method, Object, Property, Qualifier, Type, Value};

/// Classes, of which each names a superclass that stands before it or in `known`.
pub fn classes(text: &str, known: &[Arc<Class>]) -> Vec<Arc<Class>> {
    let words = words(text);
    let mut reader = Reader {
        words: &words,
        known: known.to_vec(),
    };
    while !reader.words.is_empty() {
        let class = reader.class();
        reader.known.push(Arc::new(class));
    }
    reader.known.split_off(known.len())
}

fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' => rest.find('\n').unwrap_or(rest.len()),
            '"' => 2 + rest[1..].find('"').expect("a closed string"),
            _ if is_word(first) => rest.find(|it| !is_word(it)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        if first != '/' {
            words.push(&rest[..length]);
        }
        rest = rest[length..].trim_start();
    }
    words
}

fn is_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_' || char == '-'
}

struct Reader<'a> {
    words: &'a [&'a str],
    known: Vec<Arc<Class>>,
}

/// What a declaration begins with.
struct Declared {
    qualifiers: Vec<Qualifier>,
    of: Type,
    name: Arc<str>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> &'a str {
        let (first, rest) = self.words.split_first().expect("more of the schema");
        self.words = rest;
        first
    }

    fn takes(&mut self, word: &str) -> bool {
        let takes = self.words.first() == Some(&word);
        self.words = &self.words[usize::from(takes)..];
        takes
    }

    fn expect(&mut self, word: &str) {
        assert!(
            self.takes(word),
            "{word} before {:?}",
            &self.words[..self.words.len().min(8)]
        );
    }

    fn class(&mut self) -> Class {
        let qualifiers = self.qualifiers();
        self.expect("class");
        let name: Arc<str> = self.next().into();
        let superclass = self.takes(":").then(|| {
            let name = self.next();
            let found = self.known.iter().find(|it| &*it.name == name);
            found.unwrap_or_else(|| panic!("no class {name}")).clone()
        });
        let (properties, methods) = match &superclass {
            Some(it) => (it.properties.clone(), it.methods.clone()),
            None => Default::default(),
        };
        let mut class = Class {
            name,
            superclass,
            properties,
            methods,
            qualifiers,
        };
        self.expect("{");
        while !self.takes("}") {
            let declared = self.declared();
            if self.takes("(") {
                let method = self.method(declared, &class.name);
                class.methods.push(method);
            } else {
                let property = self.property(declared, &class.name);
                match class.place(&property.name) {
                    // One that is inherited may become a key, and keeps its place.
                    Some(place) => {
                        let origin = class.properties[place].origin.clone();
                        class.properties[place] = Property { origin, ..property };
                    }
                    None => class.properties.push(property),
                }
            }
        }
        self.expect(";");
        class
    }

    fn qualifiers(&mut self) -> Vec<Qualifier> {
        let mut found = Vec::new();
        if !self.takes("[") {
            return found;
        }
        loop {
            let name = self.next().into();
            let value = if self.takes("(") {
                let value = self.value();
                self.expect(")");
                value
            } else {
                Value::Bool(true)
            };
            found.push(Qualifier { name, value });
            if self.takes("]") {
                return found;
            }
            self.expect(",");
        }
    }

    fn value(&mut self) -> Value {
        match self.next() {
            "TRUE" => Value::Bool(true),
            "FALSE" => Value::Bool(false),
            "NULL" => Value::Null,
            word => match word.strip_prefix('"') {
                Some(text) => text.trim_end_matches('"').into(),
                None => Value::Whole(word.parse().expect("a number")),
            },
        }
    }

    /// Qualifiers, a type and a name. A class for a type is that of an object.
    fn declared(&mut self) -> Declared {
        let qualifiers = self.qualifiers();
        let word = self.next();
        let (cim, class) = match Cim::named(word) {
            Some(cim) => (cim, None),
            None if self.takes("ref") => (Cim::Reference, Some(word.into())),
            None => (Cim::Object, Some(word.into())),
        };
        let name = self.next().into();
        let is_array = self.takes("[");
        if is_array {
            self.expect("]");
        }
        Declared {
            qualifiers,
            of: Type {
                cim,
                is_array,
                class,
            },
            name,
        }
    }

    fn property(&mut self, declared: Declared, class: &Arc<str>) -> Property {
        let default = if self.takes("=") {
            self.value()
        } else {
            Value::Null
        };
        self.expect(";");
        let Declared {
            qualifiers,
            of,
            name,
        } = declared;
        let is_key = has(&qualifiers, "key");
        Property {
            name,
            of,
            default,
            origin: class.clone(),
            qualifiers,
            is_key,
        }
    }

    fn method(&mut self, declared: Declared, class: &Arc<str>) -> Method {
        let mut parameters = [Vec::new(), Vec::new()];
        while !self.takes(")") {
            let id = parameters.concat().len();
            let Declared {
                mut qualifiers,
                of,
                name,
            } = self.declared();
            let sides = ["in", "out"].map(|side| has(&qualifiers, side));
            qualifiers.push(Qualifier {
                name: "ID".into(),
                value: id.into(),
            });
            let parameter = parameter(name, of, qualifiers);
            for (side, list) in sides.into_iter().zip(&mut parameters) {
                list.extend(side.then(|| parameter.clone()));
            }
            self.takes(",");
        }
        self.expect(";");
        let [input, mut output] = parameters;
        output.push(parameter(
            "ReturnValue".into(),
            declared.of,
            vec![flag("out")],
        ));
        let of_parameters = |properties: Vec<Property>| {
            let name = "__PARAMETERS".into();
            let class = Class {
                name,
                superclass: None,
                properties,
                methods: Vec::new(),
                qualifiers: Vec::new(),
            };
            (!class.properties.is_empty()).then(|| Arc::new(class))
        };
        Method {
            name: declared.name,
            origin: class.clone(),
            qualifiers: declared.qualifiers,
            input: of_parameters(input),
            output: of_parameters(output),
        }
    }
}

fn flag(name: &str) -> Qualifier {
    Qualifier {
        name: name.into(),
        value: Value::Bool(true),
    }
}

fn parameter(name: Arc<str>, of: Type, qualifiers: Vec<Qualifier>) -> Property {
    let origin = "__PARAMETERS".into();
    Property {
        name,
        of,
        default: Value::Null,
        origin,
        qualifiers,
        is_key: false,
    }
}

/// An object in MOF.
pub fn written(object: &Object) -> String {
    let mut text = String::from("\n");
    match object.genus {
        Genus::Instance => instance(object, &mut text, 0),
        Genus::Class => class(object, &mut text),
    }
    text.push_str(";\n");
    text
}

fn instance(object: &Object, text: &mut String, depth: usize) {
    let indent = "\t".repeat(depth);
    let _ = writeln!(
        text,
        "{indent}instance of {}\n{indent}{{",
        object.class.name
    );
    for place in object.places() {
        let value = object.value(place);
        if !value.is_null() {
            let _ = write!(text, "{indent}\t{} = ", object.class.properties[place].name);
            constant(value, text, depth + 1);
            text.push_str(";\n");
        }
    }
    let _ = write!(text, "{indent}}}");
}

fn constant(value: &Value, text: &mut String, depth: usize) {
    match value {
        Value::Null => text.push_str("NULL"),
        Value::Bool(truth) => text.push_str(if *truth { "TRUE" } else { "FALSE" }),
        Value::Whole(number) => drop(write!(text, "{number}")),
        Value::Real(number) => drop(write!(text, "{number:?}")),
        Value::Text(_) => text.push_str(&super::path::written(value)),
        Value::Object(inner) => {
            text.push('\n');
            instance(inner, text, depth);
        }
        Value::Array(values) => {
            text.push('{');
            for (at, value) in values.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                constant(value, text, depth);
            }
            text.push('}');
        }
    }
}

fn class(object: &Object, text: &mut String) {
    let class = &object.class;
    qualified(&class.qualifiers, text, "");
    let _ = write!(text, "class {}", class.name);
    if let Some(superclass) = &class.superclass {
        let _ = write!(text, " : {}", superclass.name);
    }
    text.push_str("\n{\n");
    for property in class.properties.iter().filter(|it| it.origin == class.name) {
        declaration(property, text, "\t");
        text.push_str(";\n");
    }
    for method in class.methods.iter().filter(|it| it.origin == class.name) {
        signature(method, text);
    }
    text.push('}');
}

fn signature(method: &Method, text: &mut String) {
    let all = |class: &Option<Arc<Class>>| {
        class
            .as_ref()
            .map_or(Vec::new(), |it| it.properties.clone())
    };
    let mut parameters = all(&method.input);
    let (results, outputs): (Vec<_>, Vec<_>) = all(&method.output)
        .into_iter()
        .partition(|it| &*it.name == "ReturnValue");
    let also = |it: &Property| has(&it.qualifiers, "in");
    parameters.extend(outputs.into_iter().filter(|it| !also(it)));
    qualified(&method.qualifiers, text, "\t");
    let result = results.first().map_or("void", |it| it.of.cim.name());
    let _ = write!(text, "\t{result} {}(", method.name);
    for (at, parameter) in parameters.iter().enumerate() {
        text.push_str(if at == 0 { "" } else { ", " });
        declaration(parameter, text, "");
    }
    text.push_str(");\n");
}

fn declaration(property: &Property, text: &mut String, indent: &str) {
    qualified(&property.qualifiers, text, indent);
    let of = match (&property.of.class, property.of.cim) {
        (Some(class), Cim::Reference) => format!("{class} ref"),
        (Some(class), _) => class.to_string(),
        (None, cim) => cim.name().to_owned(),
    };
    let array = if property.of.is_array { "[]" } else { "" };
    let _ = write!(text, "{indent}{of} {}{array}", property.name);
    if !property.default.is_null() {
        text.push_str(" = ");
        constant(&property.default, text, 0);
    }
}

/// Qualifiers on a line of their own, or before a parameter.
fn qualified(qualifiers: &[Qualifier], text: &mut String, indent: &str) {
    if qualifiers.is_empty() {
        return;
    }
    let _ = write!(text, "{indent}[");
    for (at, qualifier) in qualifiers.iter().enumerate() {
        text.push_str(if at == 0 { "" } else { ", " });
        text.push_str(&qualifier.name);
        if qualifier.value != Value::Bool(true) {
            text.push('(');
            constant(&qualifier.value, text, 0);
            text.push(')');
        }
    }
    text.push_str("] ");
}
