//! The library's own threads, which its names tell from the tests'.

/// Their names.
pub fn library_threads() -> Vec<String> {
    let tasks = std::fs::read_dir("/proc/self/task").expect("the threads");
    // One that ends meanwhile has no name any more.
    let names = tasks.filter_map(|task| {
        let comm = task.ok()?.path().join("comm");
        std::fs::read_to_string(comm).ok()
    });
    names.filter(|name| name.starts_with("wininet-")).collect()
}
