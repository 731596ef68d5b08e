/** The one door to `@peculiar/x509`: what makes certificates. */
import './reflect.ts'

export * from '@peculiar/x509'
