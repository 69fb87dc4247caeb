//! Who shares a configuration, and how many there are.

use rcgen::{CertificateParams, KeyPair};

use super::super::{Identity, Problems};
use super::*;

/// Those of a client with a certificate of its own.
fn somebody() -> Settings {
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::default().self_signed(&key).unwrap();
    let identity = Identity::from_pem((certificate.pem() + &key.serialize_pem()).as_bytes());
    (Problems::NONE, Introduction::Identity(identity.unwrap()))
}

/// Whether these have the configuration that they had.
fn keeps(configs: &mut Configs, settings: &Settings, config: &Arc<ClientConfig>) -> bool {
    Arc::ptr_eq(&configs.of(settings.clone()).unwrap(), config)
}

#[test]
fn the_same_settings_share_one() {
    let mut configs = Configs::default();
    let all = [
        (Problems::NONE, Introduction::Undecided),
        (Problems::NONE, Introduction::Anonymous),
        (Problems::DATE, Introduction::Undecided),
        (Problems::DATE | Problems::NAME, Introduction::Undecided),
        somebody(),
        somebody(),
    ];
    let made = all.clone().map(|it| configs.of(it).unwrap());
    assert_eq!(configs.0.len(), all.len());
    for (settings, config) in all.iter().zip(&made) {
        assert!(keeps(&mut configs, settings, config), "{settings:?}");
    }
    assert_eq!(configs.0.len(), all.len());
}

/// The bound stands in SECURITY.md.
#[test]
fn ever_new_settings_do_not_fill_the_memory() {
    let mut configs = Configs::default();
    let first = somebody();
    let config = configs.of(first.clone()).unwrap();
    for count in 2..=64 {
        configs.of(somebody()).unwrap();
        assert_eq!(configs.0.len(), count);
    }
    assert!(keeps(&mut configs, &first, &config), "there is room for it");
    for _ in 0..3 * 64 {
        configs.of(somebody()).unwrap();
        assert!((1..=64).contains(&configs.0.len()));
    }
    // What is in use goes on, and what comes back is made anew.
    assert!(!keeps(&mut configs, &first, &config));
    let anew = configs.of(first.clone()).unwrap();
    assert!(keeps(&mut configs, &first, &anew));
}
