/** Client of a Körpü hub: canonical JSON with detached JAdES signatures over mutual TLS. See README.md. */
export { connect } from './client.js'
export { KorpuProblem, UnprovenAnswer } from './faults.js'
