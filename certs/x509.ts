/** The one door to `@peculiar/x509`: what makes certificates and reads revocation lists. */
import './reflect.ts'

export * from '@peculiar/x509'
