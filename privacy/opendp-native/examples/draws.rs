//! Draws per second of processor time, of OpenDP called from Rust: what calls from Java are held against (bench, noise).
//! Arguments: seconds of each. Prints Laplace and Gaussian draws per second.

use std::hint::black_box;

use opendp::domains::{AtomDomain, VectorDomain};
use opendp::measurements::{make_gaussian, make_laplace};
use opendp::measures::{MaxDivergence, ZeroConcentratedDivergence};
use opendp::metrics::{L1Distance, L2Distance};

const BATCH: usize = 1000;
const SCALE: f64 = 10.0;

/// What this process has computed so far, whatever else the machine does; of Linux alone.
fn computed() -> f64 {
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap();
    text.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

fn per_second(seconds: f64, batch: impl Fn(&Vec<i64>)) -> f64 {
    let values = vec![0i64; BATCH];
    let start = computed();
    let mut draws = 0;
    while computed() - start < seconds {
        (0..10).for_each(|_| batch(&values));
        draws += 10 * BATCH;
    }
    draws as f64 / (computed() - start)
}

fn main() {
    let seconds = std::env::args().nth(1).map_or(5.0, |text| text.parse().unwrap());
    let domain = || VectorDomain::new(AtomDomain::<i64>::default());
    let laplace = per_second(seconds, |values| {
        let noise =
            make_laplace::<_, _, MaxDivergence>(domain(), L1Distance::<f64>::default(), SCALE, None).unwrap();
        black_box(noise.map(&1.0).unwrap());
        black_box(noise.invoke(values).unwrap());
    });
    let gaussian = per_second(seconds, |values| {
        let noise = make_gaussian::<_, _, ZeroConcentratedDivergence>(
            domain(),
            L2Distance::<f64>::default(),
            SCALE,
            None,
        )
        .unwrap();
        black_box(noise.map(&1.0).unwrap());
        black_box(noise.invoke(values).unwrap());
    });
    println!("{laplace:.0} {gaussian:.0}");
}
