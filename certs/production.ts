import { PlainError } from '#core/plain-error.ts'
import { isDevelopment } from './development.ts'
import { readCertificates } from './pem.ts'

/** Keys that `korpu pki dev` made lie on many machines; production does not start with them. */
export function refuseDevelopmentCertificates(files: readonly (string | undefined)[]): void {
  for (const file of files) {
    if (file !== undefined && isDevelopment(readCertificates(file)[0])) {
      throw new PlainError(`${file} was made for development.`, 'Production needs certificates of a real authority.')
    }
  }
}
