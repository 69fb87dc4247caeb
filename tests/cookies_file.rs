//! The file behind the jar: cookies outlive their process, two processes share it, and whatever happens to it
//! or to a process, no older cookie is lost and nothing crashes. Each process is this program again, with
//! what it is to do in its environment.

#![allow(unsafe_code)]

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use support::cookies::{get_cookie, set_cookie};
use support::reply::reply;
use support::*;
use wininet::abi::*;

const CASE: &str = "WININET_TEST_CASE";
const LASTING: &str = "; path=/; expires=Sun, 01-Jan-2040 00:00:00 GMT";

/// What a process does: a word, and what the word is about.
#[test]
fn child() {
    let Ok(case) = std::env::var(CASE) else {
        return;
    };
    let (what, about) = case.split_once(' ').expect("two words");
    match what {
        "set" => set_cookie(about, None, &format!("lasting=1{LASTING}")).expect("set"),
        "session" => set_cookie(about, None, "session=1; path=/").expect("set"),
        "remove" => set_cookie(about, None, "lasting=; path=/; max-age=0").expect("removed"),
        "get" => {}
        "no-room" => {
            leave_no_room();
            set_cookie(about, None, &format!("lasting=1{LASTING}")).expect("set");
        }
        "many" => {
            for number in 0..50 {
                set_cookie(about, None, &format!("n{number}=1{LASTING}")).expect("set");
            }
        }
        "forever" => {
            for number in 0.. {
                set_cookie(about, None, &format!("n{number}={number}{LASTING}")).expect("set");
                println!("> n{number}={number}");
            }
        }
        // Ends at once when the answer is there: nothing is closed, nothing waited for.
        "fetch" => {
            let session = session(false);
            open_url(&session, about, 0, 0).expect("opened").leak();
            std::process::exit(0);
        }
        other => panic!("{other}"),
    }
    match get_cookie(about) {
        Ok(cookies) => println!("> {cookies}"),
        Err(error) => println!("> error {error}"),
    }
}

/// From now on this process can write no byte into a file.
fn leave_no_room() {
    let nothing = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the struct is read alone, and a signal that is ignored runs nothing.
    unsafe {
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
        assert_eq!(libc::setrlimit(libc::RLIMIT_FSIZE, &nothing), 0);
    }
}

/// A data directory, and the processes that use it.
struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("cookies_file")
            .join(name);
        // The last run may have left a file in its place.
        let _ = fs::remove_dir_all(&path).or_else(|_| fs::remove_file(&path));
        fs::create_dir_all(path.join("libwininet")).expect("a directory");
        Self(path)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join("libwininet").join(name)
    }

    fn command(&self, case: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.args(["--exact", "child", "--nocapture"]);
        command.env(CASE, case).env("XDG_DATA_HOME", &self.0);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a process to its end: what it found in the jar.
    #[track_caller]
    fn run(&self, case: &str) -> String {
        said(self.command(case).spawn().expect("it runs"), case)
    }

    /// The names that are in the jar of a new process.
    #[track_caller]
    fn get(&self, host: &str) -> Vec<String> {
        let found = self.run(&format!("get http://{host}/"));
        found.split("; ").map(str::to_owned).collect()
    }
}

#[track_caller]
fn said(child: Child, case: &str) -> String {
    let output = child.wait_with_output().expect("it ends");
    let (text, errors) = (output.stdout, String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{case}: {errors}");
    let text = String::from_utf8(text).expect("text");
    let lines = text.lines().filter_map(|line| line.split_once("> "));
    lines
        .map(|(_, said)| said)
        .next_back()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn what_has_a_date_outlives_the_process() {
    let home = Home::new("outlives");
    assert_eq!(home.run("session http://a.test/"), "session=1");
    assert!(!home.file("cookies").exists(), "nothing to be kept");
    assert_eq!(home.run("set http://a.test/"), "lasting=1");
    assert_eq!(home.run("session http://a.test/"), "lasting=1; session=1");
    assert_eq!(home.get("a.test"), ["lasting=1"]);
    assert_eq!(home.get("b.test"), ["error 259"]);
    assert_eq!(home.run("remove http://a.test/"), "error 259");
    assert_eq!(home.get("a.test"), ["error 259"]);
}

/// A program that ends as soon as it has its answer keeps the cookies.
#[test]
fn an_answers_cookies_are_written_before_the_process_ends() {
    let home = Home::new("answer");
    let lasting = format!("a=1{LASTING}");
    let fields = [
        ("Set-Cookie", lasting.as_str()),
        ("Set-Cookie", "s=1; path=/"),
    ];
    let answer = reply("200 OK", &fields, "body");
    let server = Server::respond(move |_| answer.clone());
    home.run(&format!("fetch {}", server.url("/")));
    assert_eq!(home.get("127.0.0.1"), ["a=1"]);
    home.run(&format!("fetch {}", server.url("/")));
    assert_eq!(
        server.recorded()[1].header("Cookie").as_deref(),
        Some("a=1")
    );
}

#[test]
fn processes_at_once_lose_nothing_of_each_other() {
    let home = Home::new("at_once");
    let hosts = ["a.test", "b.test", "c.test"];
    let run = |host: &&str| home.command(&format!("many http://{host}/")).spawn();
    let children: Vec<_> = hosts
        .iter()
        .map(|host| run(host).expect("it runs"))
        .collect();
    for child in children {
        said(child, "many");
    }
    for host in hosts {
        assert_eq!(home.get(host).len(), 50, "{host}");
    }
}

/// Every cookie that the program was told to be set is there, whenever the process is killed.
#[test]
fn a_killed_process_leaves_a_whole_file() {
    let home = Home::new("killed");
    home.run("set http://older.test/");
    let mut reached = 0;
    for count in [1, 2, 3, 5, 8, 13, 21] {
        let mut child = home
            .command("forever http://a.test/")
            .spawn()
            .expect("it runs");
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        let lines = output.lines().map_while(|line| line.ok());
        let told = lines.filter(|line| line.contains("> n")).take(count);
        let told: Vec<String> = told.collect();
        child.kill().expect("killed");
        child.wait().expect("ended");
        let found = home.get("a.test");
        for line in told {
            let (_, cookie) = line.split_once("> ").expect("a cookie");
            assert!(found.iter().any(|it| it == cookie), "{cookie} of {found:?}");
        }
        assert!(found.len() >= reached);
        reached = found.len();
        assert_eq!(home.get("older.test"), ["lasting=1"]);
    }
}

#[test]
fn a_damaged_file_keeps_what_is_whole() {
    let home = Home::new("damaged");
    for host in ["a.test", "b.test", "c.test"] {
        home.run(&format!("set http://{host}/"));
    }
    let text = fs::read_to_string(home.file("cookies")).expect("the file");
    let damaged = text.replace("b.test", "b\u{0}\u{fffd}.test\tx");
    fs::write(
        home.file("cookies"),
        &damaged.as_bytes()[..damaged.len() - 3],
    )
    .expect("written");
    assert_eq!(home.get("a.test"), ["lasting=1"]);
    assert_eq!(home.get("b.test"), ["error 259"]);
    // The last line has lost its end.
    assert_eq!(home.get("c.test"), ["error 259"]);
    home.run("set http://d.test/");
    assert_eq!(home.get("a.test"), ["lasting=1"]);
    assert_eq!(home.get("d.test"), ["lasting=1"]);
    for rubbish in [&b""[..], b"\0\0\0\0", &[0xff; 100_000], b"\n\n\t\t\n"] {
        fs::write(home.file("cookies"), rubbish).expect("written");
        assert_eq!(home.get("a.test"), ["error 259"]);
        assert_eq!(home.run("set http://a.test/"), "lasting=1");
        assert_eq!(home.get("a.test"), ["lasting=1"]);
    }
}

/// A full disk: what was there stays, and the jar goes on in memory.
#[test]
fn a_full_disk_loses_nothing_older() {
    let home = Home::new("full");
    home.run("set http://older.test/");
    assert_eq!(home.run("no-room http://a.test/"), "lasting=1");
    assert_eq!(home.get("a.test"), ["error 259"]);
    assert_eq!(home.get("older.test"), ["lasting=1"]);
    home.run("set http://a.test/");
    assert_eq!(home.get("a.test"), ["lasting=1"]);
}

/// Without a place for the file, or with something else in its place, the jar works in memory.
#[test]
fn no_place_for_the_file() {
    let home = Home::new("no_place");
    fs::create_dir(home.file("cookies")).expect("a directory");
    assert_eq!(home.run("set http://a.test/"), "lasting=1");
    fs::remove_dir_all(&home.0).expect("removed");
    fs::write(&home.0, "a file").expect("written");
    assert_eq!(home.run("set http://a.test/"), "lasting=1");
    for value in ["", "relative"] {
        let mut command = home.command("set http://a.test/");
        command.env("XDG_DATA_HOME", value).env("HOME", value);
        assert_eq!(said(command.spawn().expect("it runs"), value), "lasting=1");
    }
    let mut command = home.command("set http://a.test/");
    command.env_remove("XDG_DATA_HOME").env_remove("HOME");
    assert_eq!(
        said(command.spawn().expect("it runs"), "no home"),
        "lasting=1"
    );
    assert!(!Path::new("relative").exists());
    // HOME is where XDG_DATA_HOME is by default.
    let home = Home::new("home");
    let mut command = home.command("set http://a.test/");
    command.env_remove("XDG_DATA_HOME").env("HOME", &home.0);
    said(command.spawn().expect("it runs"), "HOME");
    assert!(home.0.join(".local/share/libwininet/cookies").exists());
}

/// Who holds the lock and does not let go delays nobody for ever.
#[test]
fn a_lock_that_is_never_released() {
    let home = Home::new("locked");
    let lock = fs::File::create(home.file("cookies.lock")).expect("a file");
    fs4::FileExt::lock(&lock).expect("locked");
    assert_eq!(home.run("set http://a.test/"), "lasting=1");
    assert!(!home.file("cookies").exists());
    drop(lock);
    home.run("set http://a.test/");
    assert_eq!(home.get("a.test"), ["lasting=1"]);
}

/// What another process sets is seen while this one goes on; in requests too.
#[test]
fn another_processs_cookies_are_seen() {
    let home = Home::new("seen");
    std::env::set_var("XDG_DATA_HOME", &home.0);
    let server = Server::respond(|_| reply("200 OK", &[], ""));
    let url = server.url("/");
    assert_eq!(get_cookie(&url), Err(ERROR_NO_MORE_ITEMS));
    home.run(&format!("set {url}"));
    let begin = Instant::now();
    let session = session(false);
    while server
        .recorded()
        .last()
        .is_none_or(|it| it.header("Cookie").is_none())
    {
        assert!(begin.elapsed() < PATIENCE, "never seen");
        open_url(&session, &url, 0, 0).expect("opened");
    }
    assert_eq!(get_cookie(&url).as_deref(), Ok("lasting=1"));
    home.run(&format!("remove {url}"));
    while get_cookie(&url).is_ok() {
        assert!(begin.elapsed() < PATIENCE, "never seen to go");
    }
}
