//! Draws an HTTP Archive as a waterfall: `waterfall trace.har > picture.svg`. The same archive gives the same
//! picture.

use std::fmt::Write;

use serde_json::Value;

const WIDTH: f64 = 960.0;
/// Where the bars begin and end.
const LEFT: f64 = 330.0;
const RIGHT: f64 = 880.0;
const TOP: f64 = 58.0;
const ROW: f64 = 26.0;

/// The phases in their order, and their colours. `ssl` is the second part of `connect`.
const PHASES: [(&str, &str); 7] = [
    ("blocked", "#c8ccd1"),
    ("dns", "#1a7f8e"),
    ("connect", "#e08a1e"),
    ("ssl", "#a24bc4"),
    ("send", "#cf222e"),
    ("wait", "#3fa34d"),
    ("receive", "#3b78d8"),
];

fn main() {
    let path = std::env::args().nth(1).expect("the path of an archive");
    let text = std::fs::read_to_string(path).expect("an archive");
    let archive: Value = serde_json::from_str(&text).expect("JSON");
    let entries = archive["log"]["entries"].as_array().expect("entries");
    let mut rows: Vec<Row> = entries.iter().map(Row::of).collect();
    rows.sort_by(|one, other| one.begin.total_cmp(&other.begin));
    print!("{}", picture(&rows));
}

/// A request, with its times in milliseconds.
struct Row {
    title: String,
    result: String,
    begin: f64,
    /// One for each of [`PHASES`].
    phases: Vec<f64>,
}

impl Row {
    fn of(entry: &Value) -> Self {
        let (request, response) = (&entry["request"], &entry["response"]);
        let url = request["url"].as_str().unwrap_or_default();
        let title = format!("{} {url}", request["method"].as_str().unwrap_or_default());
        let result = match entry["_error"].as_str() {
            Some(error) => error.split(' ').next().unwrap_or_default().to_owned(),
            None => response["status"].to_string(),
        };
        let length = |name| entry["timings"][name].as_f64().unwrap_or(0.0).max(0.0);
        let mut phases: Vec<f64> = PHASES.iter().map(|(name, _)| length(*name)).collect();
        phases[2] -= phases[3];
        Self {
            title,
            result,
            begin: milliseconds(entry["startedDateTime"].as_str().expect("a time")),
            phases,
        }
    }

    fn end(&self) -> f64 {
        self.begin + self.phases.iter().sum::<f64>()
    }
}

/// Of the day: "2026-01-31T12:34:56.789Z".
fn milliseconds(time: &str) -> f64 {
    let clock = time.get(11..23).expect("a time of the day");
    let parts = clock
        .split(':')
        .map(|it| it.parse::<f64>().expect("a number"));
    parts.fold(0.0, |sum, part| sum * 60.0 + part) * 1000.0
}

fn picture(rows: &[Row]) -> String {
    let begin = rows.iter().map(|it| it.begin).fold(f64::MAX, f64::min);
    let end = rows.iter().map(Row::end).fold(begin, f64::max);
    let scale = (RIGHT - LEFT) / (end - begin).max(1.0);
    let bottom = TOP + ROW * rows.len() as f64;
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{}' font-family='sans-serif' \
         font-size='12'>\n<rect width='100%' height='100%' fill='#ffffff'/>\n",
        bottom + 12.0
    );
    legend(&mut svg);
    axis(&mut svg, end - begin, scale, bottom);
    for (number, row) in rows.iter().enumerate() {
        bars(&mut svg, row, TOP + ROW * number as f64, begin, scale);
    }
    svg + "</svg>\n"
}

fn legend(svg: &mut String) {
    for (number, (name, colour)) in PHASES.iter().enumerate() {
        let x = LEFT + 78.0 * number as f64;
        let _ = writeln!(
            svg,
            "<rect x='{x}' y='10' width='12' height='12' fill='{colour}'/>\
             <text x='{}' y='20' fill='#24292f'>{name}</text>",
            x + 17.0
        );
    }
}

/// A line at every round time, ten of them at most.
fn axis(svg: &mut String, length: f64, scale: f64, bottom: f64) {
    let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];
    let step = steps.into_iter().find(|it| length / it <= 10.0);
    let step = step.unwrap_or(5000.0);
    let mut time = 0.0;
    while time <= length {
        let x = LEFT + time * scale;
        let _ = writeln!(
            svg,
            "<line x1='{x:.1}' y1='{}' x2='{x:.1}' y2='{bottom}' stroke='#e3e6ea'/>\
             <text x='{x:.1}' y='{}' fill='#57606a' text-anchor='middle'>{time} ms</text>",
            TOP - 8.0,
            TOP - 14.0
        );
        time += step;
    }
}

fn bars(svg: &mut String, row: &Row, y: f64, begin: f64, scale: f64) {
    let _ = writeln!(
        svg,
        "<text x='12' y='{}' fill='#24292f'>{}</text>\
         <text x='{}' y='{}' fill='#57606a' text-anchor='end'>{}</text>",
        y + 14.0,
        escaped(&row.title),
        LEFT - 10.0,
        y + 14.0,
        row.result
    );
    let mut x = LEFT + (row.begin - begin) * scale;
    for ((_, colour), length) in PHASES.iter().zip(&row.phases) {
        let width = length * scale;
        let _ = writeln!(
            svg,
            "<rect x='{x:.2}' y='{}' width='{width:.2}' height='16' fill='{colour}'/>",
            y + 2.0
        );
        x += width;
    }
    let length = row.end() - row.begin;
    let _ = writeln!(
        svg,
        "<text x='{:.1}' y='{}' fill='#57606a'>{length:.1} ms</text>",
        x + 5.0,
        y + 14.0
    );
}

/// As text in SVG, cut to what there is room for.
fn escaped(text: &str) -> String {
    let mut cut: String = text.chars().take(42).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut.replace('&', "&amp;").replace('<', "&lt;")
}
