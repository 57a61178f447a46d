/** A certificate with its private key, as PEM. */
export interface Issued {
  readonly certPem: string;
  /** PKCS #8. */
  readonly privateKeyPem: string;
  /** 40 upper-case hexadecimal digits. */
  readonly serial: string;
}
