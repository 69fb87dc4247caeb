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

/// The rows of the table whose first column has this head, cell by cell.
pub fn rows(page: &str, head: &str) -> Vec<Vec<String>> {
    let first = format!("| {head} |");
    let table = page.lines().skip_while(|line| !line.starts_with(&first));
    // The head, the line below it, and then the rows.
    let rows = table.skip(2).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| -> Vec<String> {
        let line = line.trim_start_matches('|').trim_end_matches('|');
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let rows: Vec<_> = rows.map(cells).collect();
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
