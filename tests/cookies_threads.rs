//! Names that are looked up while cookies are written need no more than the 4 threads that the library
//! allows itself. A binary of its own, for its threads and its cookies.

mod support;

use support::cookies::data_directory;
use support::reply::reply;
use support::threads::library_threads;
use support::*;
use wininet::abi::*;

/// The helpers that look up names also write the cookies that last: there is no fifth thread for them.
#[test]
fn cookies_that_last_need_no_thread_of_their_own() {
    data_directory("cookies_threads");
    let server = Server::serve(|connection| loop {
        let Ok(request) = connection.read_request() else {
            return Ok(());
        };
        let name = request.target().replace('/', "");
        let cookie = format!("{name}=1; path=/; max-age=3600");
        connection.send(reply("200 OK", &[("Set-Cookie", &cookie)], "ok"))?;
    });
    let client = Client::asynchronous(&server);
    let mut helpers = 0;
    for n in 0..5 {
        // Two names at once want both helpers, which then stay for a while.
        let names = [format!("a{n}.invalid"), format!("b{n}.invalid")];
        let recorders = names.map(|name| {
            let recorder = Recorder::new();
            let url = format!("http://{name}/");
            let context = recorder.context();
            let opened = open_url(&client.session, &url, 0, context);
            assert_eq!(opened.map(drop), Err(ERROR_IO_PENDING));
            recorder
        });
        let path = format!("/thread{n}");
        let recorder = Recorder::new();
        let request = request(&client.connection, "GET", &path, 0, recorder.context());
        let request = request.expect("a request handle");
        assert_eq!(send(&request), Err(ERROR_IO_PENDING));
        assert_eq!(recorder.wait_complete(), (1, 0));
        let threads = library_threads();
        assert!((1..=4).contains(&threads.len()), "{threads:?}");
        helpers = helpers.max(threads.iter().filter(|it| it.contains("helper")).count());
        for recorder in recorders {
            assert_eq!(
                recorder.wait_complete(),
                (0, ERROR_INTERNET_NAME_NOT_RESOLVED)
            );
        }
    }
    assert_eq!(helpers, 2, "the test never saw both");
}
