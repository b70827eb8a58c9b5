//! Discrete Laplace and Gaussian noise on integers (Canonne, Kamath and Steinke 2020), exact.

use opendp::core::{Measure, Measurement, Metric, MetricSpace};
use opendp::domains::{AtomDomain, VectorDomain};
use opendp::measurements::{make_gaussian, make_laplace};
use opendp::measures::{MaxDivergence, ZeroConcentratedDivergence};
use opendp::metrics::{L1Distance, L2Distance};

use crate::boundary::{Fail, fill, guard, read};
use crate::limits;

type Integers = VectorDomain<AtomDomain<i64>>;
type Noise<MI, MO> = Measurement<Integers, MI, MO, Vec<i64>>;

fn integers() -> Integers {
    VectorDomain::new(AtomDomain::<i64>::default())
}

pub fn laplace(scale: f64) -> Result<Noise<L1Distance<f64>, MaxDivergence>, Fail> {
    limits::scale(scale)?;
    Ok(make_laplace(integers(), L1Distance::default(), scale, None)?)
}

pub fn gaussian(scale: f64) -> Result<Noise<L2Distance<f64>, ZeroConcentratedDivergence>, Fail> {
    limits::scale(scale)?;
    Ok(make_gaussian(integers(), L2Distance::default(), scale, None)?)
}

/// The loss, and into `noised` the values with their noise.
fn release<MI: Metric<Distance = f64>, MO: Measure<Distance = f64>>(
    noise: Noise<MI, MO>,
    sensitivity: f64,
    values: &[i64],
    noised: &mut [i64],
) -> Result<f64, Fail>
where
    (Integers, MI): MetricSpace,
{
    limits::sensitivity(sensitivity)?;
    limits::values(values)?;
    let loss = limits::loss(noise.map(&sensitivity)?)?;
    noised.copy_from_slice(&noise.invoke(&values.to_vec())?);
    Ok(loss)
}

/// Adds Laplace noise to values of one L1 sensitivity; `loss` is ε. Without values: only the loss.
///
/// # Safety
/// `values` and `noised` must have `count` elements, `loss` one, `text` `size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn weir_opendp_laplace(
    values: *const i64,
    count: i64,
    scale: f64,
    sensitivity: f64,
    noised: *mut i64,
    loss: *mut f64,
    text: *mut u8,
    size: i64,
) -> i32 {
    let body = || unsafe {
        let (values, noised) = (read(values, count)?, fill(noised, count)?);
        fill(loss, 1)?[0] = release(laplace(scale)?, sensitivity, values, noised)?;
        Ok(())
    };
    unsafe { guard(text, size, body) }
}

/// Adds Gaussian noise to values of one L2 sensitivity; `loss` is ρ. Without values: only the loss.
///
/// # Safety
/// As for Laplace.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn weir_opendp_gaussian(
    values: *const i64,
    count: i64,
    scale: f64,
    sensitivity: f64,
    noised: *mut i64,
    loss: *mut f64,
    text: *mut u8,
    size: i64,
) -> i32 {
    let body = || unsafe {
        let (values, noised) = (read(values, count)?, fill(noised, count)?);
        fill(loss, 1)?[0] = release(gaussian(scale)?, sensitivity, values, noised)?;
        Ok(())
    };
    unsafe { guard(text, size, body) }
}
