//! Reading the pages, the tables in them, and the header.

use std::fs;
use std::path::Path;

/// A file of the repository.
pub fn repository_file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A page of docs/.
pub fn page(name: &str) -> String {
    repository_file(&format!("docs/{name}"))
}

/// The rows of the tables whose first column has this head, cell by cell.
pub fn rows(page: &str, head: &str) -> Vec<Vec<String>> {
    let first = format!("| {head} |");
    let cells = |line: &str| -> Vec<String> {
        let line = line.trim_start_matches('|').trim_end_matches('|');
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let mut lines = page.lines();
    let mut rows = Vec::new();
    while lines.any(|line| line.starts_with(&first)) {
        // The line below the head, and then the rows.
        let table = lines
            .by_ref()
            .skip(1)
            .take_while(|line| line.starts_with('|'));
        rows.extend(table.map(cells));
    }
    assert!(!rows.is_empty(), "a table with the column {head:?}");
    rows
}

/// The number that include/wininet.h gives to a name.
pub fn header_number(name: &str) -> u32 {
    let header = repository_file("include/wininet.h");
    let define = format!("#define {name} ");
    let line = header.lines().find_map(|line| line.strip_prefix(&define));
    let line = line.unwrap_or_else(|| panic!("{name} is in the header"));
    line.trim().parse().expect("a decimal number")
}
