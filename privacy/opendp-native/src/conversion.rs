//! From ρ to (ε, δ), OpenDP's way.

use opendp::combinators::ConcentratedMeasure;
use opendp::measures::ZeroConcentratedDivergence;

use crate::boundary::{Fail, fill, guard, refuse};
use crate::limits;

fn epsilon(rho: f64, delta: f64) -> Result<f64, Fail> {
    if !(rho > 0.0 && rho <= 1e6) {
        return refuse("rho must be above 0 and at most 1,000,000");
    }
    // At δ = 0 OpenDP searches for long and finds infinity.
    if !(1e-300..1.0).contains(&delta) {
        return refuse("delta must be at least 1e-300 and below 1");
    }
    limits::loss(ZeroConcentratedDivergence::convert(rho)?.epsilon(delta)?)
}

/// ε of ρ at δ.
///
/// # Safety
/// `answer` must have one element, `text` `size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn weir_opendp_epsilon(
    rho: f64,
    delta: f64,
    answer: *mut f64,
    text: *mut u8,
    size: i64,
) -> i32 {
    let body = || unsafe {
        fill(answer, 1)?[0] = epsilon(rho, delta)?;
        Ok(())
    };
    unsafe { guard(text, size, body) }
}
