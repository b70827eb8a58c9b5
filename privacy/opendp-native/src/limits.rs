//! What parameters may be. OpenDP itself takes scales that add no noise and values whose noise
//! saturates.

use crate::boundary::{Fail, refuse};

/// Below it most draws are zero: values would leave as they are.
pub const LEAST_SCALE: f64 = 0.25;
/// 128 scales lie between the largest value and the end of 64 bits: saturation has a probability
/// below 1e-55.
pub const MOST_SCALE: f64 = (1u64 << 55) as f64;
pub const MOST_VALUE: u64 = 1 << 62;
pub const MOST_VALUES: i64 = 1 << 24;
pub const MOST_SENSITIVITY: f64 = (1u64 << 53) as f64;

pub fn length(count: i64) -> Result<usize, Fail> {
    if !(0..=MOST_VALUES).contains(&count) {
        return refuse("the number of values must be between 0 and 2^24");
    }
    Ok(count as usize)
}

pub fn scale(scale: f64) -> Result<(), Fail> {
    if !(LEAST_SCALE..=MOST_SCALE).contains(&scale) {
        return refuse("the scale must be between 0.25 and 2^55");
    }
    Ok(())
}

pub fn sensitivity(sensitivity: f64) -> Result<(), Fail> {
    if !(sensitivity > 0.0 && sensitivity <= MOST_SENSITIVITY) {
        return refuse("a sensitivity must be above 0 and at most 2^53");
    }
    Ok(())
}

pub fn values(values: &[i64]) -> Result<(), Fail> {
    if values.iter().any(|value| value.unsigned_abs() > MOST_VALUE) {
        return refuse("values must lie between -2^62 and 2^62");
    }
    Ok(())
}

/// A loss that is not finite is a release without noise.
pub fn loss(loss: f64) -> Result<f64, Fail> {
    if !(loss.is_finite() && loss >= 0.0) {
        return refuse("the loss of privacy is not finite");
    }
    Ok(loss)
}
