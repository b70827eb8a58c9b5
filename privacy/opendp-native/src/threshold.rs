//! Discovery of groups: noise on every group's value, and only those at or above a threshold.
//!
//! OpenDP (#2922) computes δ for noise strictly above the threshold less one contribution, but
//! releases what equals it too. The loss told here is therefore that of the threshold less 1.

use std::collections::HashMap;

use opendp::core::{Domain, Measure, Measurement, MetricSpace};
use opendp::domains::{AtomDomain, MapDomain};
use opendp::measurements::{make_gaussian_threshold, make_laplace_threshold};
use opendp::measures::{Approximate, MaxDivergence, ZeroConcentratedDivergence};
use opendp::metrics::{AbsoluteDistance, L0PInfDistance};

use crate::boundary::{Fail, fill, guard, read, refuse};
use crate::limits;

type Groups = MapDomain<AtomDomain<i64>, AtomDomain<i64>>;
type Distance<const P: usize> = L0PInfDistance<P, AbsoluteDistance<f64>>;
type Selection<const P: usize, MO> =
    Measurement<Groups, Distance<P>, Approximate<MO>, <Groups as Domain>::Carrier>;

fn groups() -> Groups {
    MapDomain::new(AtomDomain::default(), AtomDomain::default())
}

fn laplace(scale: f64, threshold: i64) -> Result<Selection<1, MaxDivergence>, Fail> {
    Ok(make_laplace_threshold(
        groups(),
        Distance::<1>::default(),
        scale,
        threshold,
        None,
    )?)
}

fn gaussian(scale: f64, threshold: i64) -> Result<Selection<2, ZeroConcentratedDivergence>, Fail> {
    Ok(make_gaussian_threshold(
        groups(),
        Distance::<2>::default(),
        scale,
        threshold,
        None,
    )?)
}

/// What a release is asked with.
#[derive(Clone, Copy)]
struct Asked {
    scale: f64,
    threshold: i64,
    groups: u32,
    norm: f64,
    each: f64,
}

impl Asked {
    fn check(&self) -> Result<(), Fail> {
        limits::scale(self.scale)?;
        limits::sensitivity(self.norm)?;
        limits::sensitivity(self.each)?;
        if self.groups == 0 {
            return refuse("a person must be allowed one group at least");
        }
        if !(2..=limits::MOST_VALUE as i64).contains(&self.threshold)
            || (self.threshold - 1) as f64 <= self.each
        {
            return refuse("the threshold must be above one contribution by more than 1, and at most 2^62");
        }
        Ok(())
    }

    fn distance(&self) -> (u32, f64, f64) {
        (self.groups, self.norm, self.each)
    }
}

/// Two of the same key would become one without a word.
fn table(keys: &[i64], values: &[i64]) -> Result<HashMap<i64, i64>, Fail> {
    limits::values(values)?;
    let table: HashMap<i64, i64> = keys.iter().copied().zip(values.iter().copied()).collect();
    if table.len() != keys.len() {
        return refuse("a group was given twice");
    }
    Ok(table)
}

/// Arrays of the caller's; a release never has more groups than it was given.
struct Answer<'a> {
    keys: &'a mut [i64],
    values: &'a mut [i64],
    kept: &'a mut [i64],
    loss: &'a mut [f64],
}

fn release<const P: usize, MO: Measure<Distance = f64>>(
    mechanism: impl Fn(f64, i64) -> Result<Selection<P, MO>, Fail>,
    asked: Asked,
    keys: &[i64],
    values: &[i64],
    answer: Answer,
) -> Result<(), Fail>
where
    (Groups, Distance<P>): MetricSpace,
    Approximate<MO>: Measure<Distance = (f64, f64)>,
{
    asked.check()?;
    let charged = mechanism(asked.scale, asked.threshold - 1)?;
    let (loss, delta) = charged.map(&asked.distance())?;
    answer.loss[0] = limits::loss(loss)?;
    answer.loss[1] = limits::loss(delta)?;
    let kept = mechanism(asked.scale, asked.threshold)?.invoke(&table(keys, values)?)?;
    answer.kept[0] = kept.len() as i64;
    for (at, (key, value)) in kept.into_iter().enumerate() {
        answer.keys[at] = key;
        answer.values[at] = value;
    }
    Ok(())
}

macro_rules! export {
    ($name:ident, $mechanism:path, $what:literal) => {
        #[doc = $what]
        /// In no order. `loss` is the loss and δ, of two elements; `kept` of one.
        ///
        /// # Safety
        /// The four arrays of groups must have `count` elements, `text` `size` bytes.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name(
            keys: *const i64,
            values: *const i64,
            count: i64,
            scale: f64,
            threshold: i64,
            groups: u32,
            norm: f64,
            each: f64,
            kept_keys: *mut i64,
            kept_values: *mut i64,
            kept: *mut i64,
            loss: *mut f64,
            text: *mut u8,
            size: i64,
        ) -> i32 {
            let body = || unsafe {
                let answer = Answer {
                    keys: fill(kept_keys, count)?,
                    values: fill(kept_values, count)?,
                    kept: fill(kept, 1)?,
                    loss: fill(loss, 2)?,
                };
                let asked = Asked {
                    scale,
                    threshold,
                    groups,
                    norm,
                    each,
                };
                release(
                    $mechanism,
                    asked,
                    read(keys, count)?,
                    read(values, count)?,
                    answer,
                )
            };
            unsafe { guard(text, size, body) }
        }
    };
}

export!(
    weir_opendp_laplace_threshold,
    laplace,
    "Groups by Laplace noise; the norm is L1, the loss ε."
);
export!(
    weir_opendp_gaussian_threshold,
    gaussian,
    "Groups by Gaussian noise; the norm is L2, the loss ρ."
);
