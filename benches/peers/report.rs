//! The tables of a run, and the picture: docs/performance.md between its marks, docs/performance.svg.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use crate::contenders::{Contender, Cost};
use crate::{Case, ROUNDS};

/// The runs of a case: one row of costs for each of its contenders, a round in each column.
pub(crate) struct Row {
    pub(crate) case: &'static Case,
    pub(crate) runs: Vec<Vec<Cost>>,
}

impl Row {
    pub(crate) fn new(case: &'static Case) -> Row {
        Row {
            case,
            runs: case.contenders.iter().map(|_| Vec::new()).collect(),
        }
    }

    fn runs_of(&self, contender: Contender) -> Option<&[Cost]> {
        let index = self
            .case
            .contenders
            .iter()
            .position(|it| *it == contender)?;
        Some(&self.runs[index])
    }

    /// What the others are measured by: the floor, or libcurl where there is none.
    fn base(&self) -> Contender {
        let has_floor = self.runs_of(Contender::Floor).is_some();
        if has_floor {
            Contender::Floor
        } else {
            Contender::Curl
        }
    }

    /// The median of the rounds' ratios of processor time.
    fn ratio(&self, contender: Contender) -> Option<f64> {
        let base = self.runs_of(self.base())?;
        let runs = self.runs_of(contender)?;
        Some(median(
            runs.iter()
                .zip(base)
                .map(|(it, base)| it.cpu_us / base.cpu_us),
        ))
    }

    fn median(&self, contender: Contender, of: fn(&Cost) -> f64) -> Option<f64> {
        Some(median(self.runs_of(contender)?.iter().map(of)))
    }

    /// The row of a table.
    pub(crate) fn line(&self) -> String {
        let mut line = format!("| {} |", self.case.name);
        let base = self.median(self.base(), |it| it.cpu_us).unwrap_or_default();
        let mark = if self.base() == Contender::Curl {
            " (libcurl)"
        } else {
            ""
        };
        let _ = write!(line, " {base:.2} us{mark} |");
        for contender in [Contender::Ours, Contender::Hyper, Contender::Curl] {
            let ratio = self.ratio(contender).map(|it| format!(" {it:.2}"));
            let _ = write!(line, "{} |", ratio.unwrap_or_default());
        }
        let target = self.case.target;
        let _ = match target.is_finite() {
            true => write!(line, " {target:.2} |"),
            false => write!(line, " |"),
        };
        let memory: Vec<String> = [
            Contender::Floor,
            Contender::Ours,
            Contender::Hyper,
            Contender::Curl,
        ]
        .iter()
        .map(|it| self.median(*it, |it| it.peak_kib / 1024.0))
        .map(|it| it.map_or("-".into(), |it| format!("{it:.1}")))
        .collect();
        let _ = write!(line, " {} |", memory.join(" / "));
        let threads = self
            .median(Contender::Ours, |it| it.threads)
            .unwrap_or_default();
        let wall = self
            .median(Contender::Ours, |it| it.wall_us)
            .unwrap_or_default();
        let _ = write!(line, " {threads} | {wall:.1} us |");
        line
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

const HEAD: &str = "| case | floor | ours | hyper | libcurl | target | peak MiB (floor / ours / hyper / libcurl) | threads of ours | ours, by the clock |\n\
                    |---|---|---|---|---|---|---|---|---|\n";

fn text(tables: &[Vec<Row>]) -> String {
    let mut text = format!("{}\n", machine());
    let titles = [
        "Client and server on one core",
        "Where the system puts them",
    ];
    for (title, rows) in titles.iter().zip(tables) {
        let _ = write!(text, "\n### {title}\n\n{HEAD}");
        for row in rows {
            let _ = writeln!(text, "{}", row.line());
        }
    }
    text
}

pub(crate) fn print(tables: &[Vec<Row>]) {
    println!("{}", text(tables));
}

/// The machine and what ran on it.
fn machine() -> String {
    let first_line = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).output().expect(program);
        let both = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&both).into_owned();
        text.lines().next().unwrap_or_default().to_owned()
    };
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name\t: "));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "{cores} cores of {}, Linux {}; {}; {}; {}; medians of {ROUNDS} rounds.",
        model.unwrap_or("an unknown processor"),
        first_line("uname", &["-r"]),
        first_line("nginx", &["-v"]),
        first_line("curl-config", &["--version"]),
        first_line("rustc", &["--version"]),
    )
}

const BEGIN: &str = "<!-- written by make bench -->\n";
const END: &str = "<!-- end -->\n";

pub(crate) fn write(tables: &[Vec<Row>]) {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let path = docs.join("performance.md");
    let page = std::fs::read_to_string(&path).expect("docs/performance.md");
    let (before, rest) = page.split_once(BEGIN).expect("the mark of the tables");
    let (_, after) = rest.split_once(END).expect("the mark behind the tables");
    let page = format!("{before}{BEGIN}\n{}\n{END}{after}", text(tables));
    std::fs::write(&path, page).expect("docs/performance.md");
    std::fs::write(docs.join("performance.svg"), picture(&tables[0]))
        .expect("docs/performance.svg");
}

/// Bars of the ratios to the floor, case by case; what is longer than the picture is cut and says its number.
fn picture(rows: &[Row]) -> String {
    const BAR: usize = 14;
    const LEFT: usize = 270;
    const UNIT: f64 = 90.0;
    const MOST: f64 = 6.0;
    let colours = [
        (Contender::Ours, "#1a7f37"),
        (Contender::Hyper, "#bf8700"),
        (Contender::Curl, "#57606a"),
    ];
    let mut bars = String::new();
    let mut y = 40;
    for row in rows
        .iter()
        .filter(|it| it.base() == Contender::Floor && it.case.target.is_finite())
    {
        let _ = writeln!(
            bars,
            "<text x='{}' y='{}' text-anchor='end'>{}</text>",
            LEFT - 8,
            y + 11,
            row.case.name
        );
        for (contender, colour) in colours {
            let Some(ratio) = row.ratio(contender) else {
                continue;
            };
            let width = ratio.min(MOST) * UNIT;
            let _ = writeln!(
                bars,
                "<rect x='{LEFT}' y='{y}' width='{width:.0}' height='{}' fill='{colour}'/>",
                BAR - 2
            );
            let _ = writeln!(
                bars,
                "<text x='{:.0}' y='{}'>{} {ratio:.2}</text>",
                LEFT as f64 + width + 4.0,
                y + 11,
                contender.name()
            );
            y += BAR;
        }
        y += 8;
    }
    let floor = LEFT as f64 + UNIT;
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='960' height='{}' font-family='sans-serif' font-size='12'>\n\
         <rect width='100%' height='100%' fill='white'/>\n\
         <text x='{LEFT}' y='20' font-size='14'>Processor time of the client for a request, as a multiple of the least possible</text>\n\
         {bars}<line x1='{floor}' y1='30' x2='{floor}' y2='{y}' stroke='#cf222e' stroke-dasharray='4'/>\n</svg>\n",
        y + 10
    )
}
