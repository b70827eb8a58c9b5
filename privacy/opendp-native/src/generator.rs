//! Whether OpenDP draws from OpenSSL's generator of private bytes (RAND_priv_bytes).
//!
//! OpenDP says nothing when it draws from another one. So a generator that counts is put in place of
//! OpenSSL's for one draw, and hands on what OpenSSL's own gives.

use std::ffi::{c_int, c_void};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::boundary::{Fail, guard, refuse};
use crate::noise;

/// OpenSSL's RAND_METHOD (rand.h). Only `bytes` is called for private bytes.
#[repr(C)]
struct Method {
    seed: *const c_void,
    bytes: Option<unsafe extern "C" fn(*mut u8, c_int) -> c_int>,
    cleanup: *const c_void,
    add: *const c_void,
    pseudorand: *const c_void,
    status: *const c_void,
}

// What it points to is functions.
unsafe impl Sync for Method {}

unsafe extern "C" {
    fn RAND_OpenSSL() -> *const Method;
    fn RAND_set_rand_method(method: *const Method) -> c_int;
}

static DRAWN: AtomicU64 = AtomicU64::new(0);
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
static COUNTING: Method = Method {
    seed: std::ptr::null(),
    bytes: Some(counted),
    cleanup: std::ptr::null(),
    add: std::ptr::null(),
    pseudorand: std::ptr::null(),
    status: std::ptr::null(),
};

unsafe extern "C" fn counted(buffer: *mut u8, size: c_int) -> c_int {
    DRAWN.fetch_add(size.max(0) as u64, Ordering::SeqCst);
    let own = unsafe { RAND_OpenSSL() };
    match unsafe { own.as_ref() }.and_then(|method| method.bytes) {
        Some(bytes) => unsafe { bytes(buffer, size) },
        None => 0,
    }
}

/// Puts OpenSSL's own generator back, whatever happens in between.
struct Restored;

impl Drop for Restored {
    fn drop(&mut self) {
        unsafe { RAND_set_rand_method(std::ptr::null()) };
    }
}

fn check() -> Result<(), Fail> {
    let _alone = ONE_AT_A_TIME.lock();
    // The first use seeds the generator, which would count too.
    draw()?;
    let _restored = Restored;
    let before = DRAWN.load(Ordering::SeqCst);
    if unsafe { RAND_set_rand_method(&COUNTING) } != 1 {
        return refuse("OpenSSL takes no generator in place of its own");
    }
    draw()?;
    if DRAWN.load(Ordering::SeqCst) == before {
        return refuse("OpenDP does not draw from OpenSSL's generator: it was built without use-openssl");
    }
    Ok(())
}

fn draw() -> Result<(), Fail> {
    noise::laplace(1000.0)?.invoke(&vec![0; 16])?;
    Ok(())
}

/// Refuses unless OpenDP draws from OpenSSL's generator.
///
/// # Safety
/// `text` must have room for `size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn weir_opendp_generator(text: *mut u8, size: i64) -> i32 {
    unsafe { guard(text, size, check) }
}
