import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type SecretKey = { id: string; key: Buffer };
export type SigningKey = { id: string; privateKey: KeyObject; publicKey: KeyObject };

/** The current key of each kind; `older` ones still verify and decrypt, and never sign or encrypt. */
export type Keys = {
  hmac: SecretKey;
  personal: SecretKey;
  signing: SigningKey;
  older: { hmac: SecretKey[]; personal: SecretKey[]; signing: SigningKey[] };
};

const KINDS = ['hmac', 'personal', 'signing'] as const;
type Kind = (typeof KINDS)[number];

const KEY_BYTES = 32;
// The fixed head of an Ed25519 private key in PKCS #8 (RFC 8410); the 32 bytes of the key follow it.
const ED25519_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey({ id, key }: SecretKey): SigningKey {
  const der = Buffer.concat([ED25519_HEAD, key]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { id, privateKey, publicKey: createPublicKey(privateKey) };
}

/**
 * Reads `kind:id:base64url` entries, separated by blanks or commas; the first of each kind is the current one.
 * Every mistake becomes one sentence.
 */
export function parseKeys(text: string): { keys: Keys } | { mistakes: string[] } {
  const mistakes: string[] = [];
  const found: Record<Kind, SecretKey[]> = { hmac: [], personal: [], signing: [] };
  for (const entry of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const [kindText = '', id = '', secret = '', ...rest] = entry.split(':');
    const kind = KINDS.find((known) => known === kindText);
    const key = Buffer.from(secret, 'base64url');
    if (kind === undefined || !/^[A-Za-z0-9_-]{1,40}$/.test(id) || rest.length > 0) {
      mistakes.push(
        'ASSAY_KEYS holds an entry that is not kind:id:key with a kind of hmac, personal or signing.',
      );
    } else if (key.length !== KEY_BYTES) {
      mistakes.push(`ASSAY_KEYS: the ${kind} key "${id}" is not ${KEY_BYTES} bytes in base64url.`);
    } else if (found[kind].some((other) => other.id === id)) {
      mistakes.push(`ASSAY_KEYS names the ${kind} key "${id}" twice.`);
    } else {
      found[kind].push({ id, key });
    }
  }
  const [hmac, ...olderHmac] = found.hmac;
  const [personal, ...olderPersonal] = found.personal;
  const [signing, ...olderSigning] = found.signing.map(signingKey);
  if (mistakes.length === 0) {
    for (const kind of KINDS.filter((name) => found[name].length === 0)) {
      mistakes.push(`ASSAY_KEYS has no ${kind} key: make a set with "npm run -s assay -- keys".`);
    }
  }
  if (mistakes.length > 0 || !hmac || !personal || !signing) return { mistakes };
  return {
    keys: {
      hmac,
      personal,
      signing,
      older: { hmac: olderHmac, personal: olderPersonal, signing: olderSigning },
    },
  };
}

/** A fresh set in the notation of ASSAY_KEYS, one entry per line. */
export function generateKeys(id: string): string {
  return KINDS.map((kind) => `${kind}:${id}:${randomBytes(KEY_BYTES).toString('base64url')}\n`).join('');
}

/** The keys of an embedded installation: made at the first start, readable by its account only. */
export function readOrCreateKeyFile(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(path, generateKeys('k1'), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  chmodSync(path, 0o600);
  return readFileSync(path, 'utf8');
}
