/** The names of XML-DSig, XAdES (EN 319 132-1) and Exclusive C14N that the profile knows. There are no others. */
import type { Algorithm } from './algorithms.ts'

export const DS = 'http://www.w3.org/2000/09/xmldsig#'
export const XADES = 'http://uri.etsi.org/01903/v1.3.2#'
export const SIGNED_PROPERTIES_TYPE = 'http://uri.etsi.org/01903#SignedProperties'
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#'

export type DigestName = 'sha256' | 'sha384'

/** With which whatever a key signs is digested first. */
export const digestNameFor = ({ hash }: Pick<Algorithm, 'hash'>): DigestName => hash ?? 'sha256'

export const DIGEST_METHODS: Readonly<Record<DigestName, string>> = {
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
}

/** What each of the two references is transformed with, in this order. */
export const DOCUMENT_TRANSFORMS: readonly string[] = [ENVELOPED, EXCLUSIVE_C14N]
export const PROPERTIES_TRANSFORMS: readonly string[] = [EXCLUSIVE_C14N]
