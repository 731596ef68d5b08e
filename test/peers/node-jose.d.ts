/** As much of node-jose as the interop test uses; the package has no types. */
declare module 'node-jose' {
  interface Key {
    readonly kid: string
  }
  const jose: {
    readonly JWK: { asKey(key: string, form: 'pem'): Promise<Key> }
    readonly JWS: {
      createVerify(key: Key): { verify(token: string): Promise<{ readonly payload: Buffer; readonly header: object }> }
      createSign(
        options: { readonly format: 'compact'; readonly fields: object },
        key: Key,
      ): { final(payload: string, encoding: 'utf8'): Promise<string> }
    }
  }
  export = jose
}
