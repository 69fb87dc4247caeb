//! NTLM, and Negotiate with NTLM inside (RFC 4559): three messages on one connection, which belongs to
//! the user from then on. The messages are the sspi crate's.

use std::fmt;

use base64::prelude::{Engine, BASE64_STANDARD};
use sspi::ntlm::NtlmConfig;
use sspi::{
    AuthIdentity, AuthIdentityBuffers, BufferType, ClientRequestFlags, CredentialUse, Credentials,
    CredentialsBuffers, DataRepresentation, Negotiate, NegotiateConfig, Ntlm, SecurityBuffer, Sspi,
    SspiImpl, Username,
};

use super::{Challenge, Login};

/// What a server said in such a challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    package: Package,
    /// The server's message; there is none when it begins.
    message: Option<Vec<u8>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Package {
    Ntlm,
    Negotiate,
}

/// Our side, between two messages.
#[derive(Clone)]
pub struct Handshake(Context);

#[derive(Clone)]
enum Context {
    Ntlm(Box<Ntlm>, Option<AuthIdentityBuffers>),
    Negotiate(Box<Negotiate>, Option<CredentialsBuffers>),
}

impl fmt::Debug for Handshake {
    /// It holds a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Handshake")
    }
}

impl Turn {
    /// Takes up a challenge of these schemes.
    pub(super) fn of(challenge: &Challenge) -> Option<Self> {
        let package = if challenge.is("NTLM") {
            Package::Ntlm
        } else if challenge.is("Negotiate") {
            Package::Negotiate
        } else {
            return None;
        };
        let message = challenge.token.as_ref();
        let message = message.map(|token| BASE64_STANDARD.decode(token).ok());
        Some(Self {
            package,
            message: match message {
                None => None,
                Some(message) => Some(message?),
            },
        })
    }

    /// Whether the server goes on with what was begun.
    pub(super) fn goes_on(&self) -> bool {
        self.message.is_some()
    }

    /// The challenge with which it begins.
    pub fn first(&self) -> Self {
        Self {
            package: self.package,
            message: None,
        }
    }

    /// Where both are offered, the plain one wants less of a server.
    pub(super) fn strength(&self) -> u8 {
        match self.package {
            Package::Negotiate => 0,
            Package::Ntlm => 1,
        }
    }

    /// The next message and what is to be kept for the one after it; `former` is from the last one.
    pub fn answer(
        &self,
        former: Option<&Handshake>,
        login: &Login,
    ) -> Option<(Vec<u8>, Handshake)> {
        let mut handshake = match (&self.message, former) {
            (None, _) => self.package.begin(login)?,
            (Some(_), Some(former)) => former.clone(),
            (Some(_), None) => return None,
        };
        let message = self.message.as_deref().unwrap_or_default();
        let answer = match &mut handshake.0 {
            Context::Ntlm(context, credentials) => step(&mut **context, credentials, message),
            Context::Negotiate(context, credentials) => step(&mut **context, credentials, message),
        }?;
        let value = format!("{} {}", self.package.name(), BASE64_STANDARD.encode(answer));
        Some((value.into_bytes(), handshake))
    }
}

impl Package {
    fn name(self) -> &'static str {
        match self {
            Package::Ntlm => "NTLM",
            Package::Negotiate => "Negotiate",
        }
    }

    fn begin(self, login: &Login) -> Option<Handshake> {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
        let identity = AuthIdentity {
            username: Username::parse(&text(&login.user)?).ok()?,
            password: text(&login.password)?.into(),
        };
        let context = match self {
            Package::Ntlm => {
                let mut context = Ntlm::new();
                let acquired = context.acquire_credentials_handle();
                let acquired = acquired.with_credential_use(CredentialUse::Outbound);
                let acquired = acquired.with_auth_data(&identity).execute(&mut context);
                Context::Ntlm(Box::new(context), acquired.ok()?.credentials_handle)
            }
            Package::Negotiate => {
                let only_ntlm = Some("ntlm,!kerberos,!pku2u".to_owned());
                let config = Box::new(NtlmConfig::default());
                let config = NegotiateConfig::new(config, only_ntlm, String::new());
                let mut context = Negotiate::new_client(config).ok()?;
                let credentials = Credentials::AuthIdentity(identity);
                let acquired = context.acquire_credentials_handle();
                let acquired = acquired.with_credential_use(CredentialUse::Outbound);
                let acquired = acquired.with_auth_data(&credentials).execute(&mut context);
                Context::Negotiate(Box::new(context), acquired.ok()?.credentials_handle)
            }
        };
        Some(Handshake(context))
    }
}

fn step<S: Sspi + SspiImpl>(
    context: &mut S,
    credentials: &mut S::CredentialsHandle,
    message: &[u8],
) -> Option<Vec<u8>> {
    let mut input = [SecurityBuffer::new(message.to_vec(), BufferType::Token)];
    let mut output = [SecurityBuffer::new(Vec::new(), BufferType::Token)];
    {
        let mut builder = context
            .initialize_security_context()
            .with_credentials_handle(credentials)
            .with_context_requirements(ClientRequestFlags::ALLOCATE_MEMORY)
            .with_target_data_representation(DataRepresentation::Native)
            .with_input(&mut input)
            .with_output(&mut output);
        let mut step = context
            .initialize_security_context_impl(&mut builder)
            .ok()?;
        step.resolve_to_result().ok()?;
    }
    let [answer] = output;
    (!answer.buffer.is_empty()).then_some(answer.buffer)
}
