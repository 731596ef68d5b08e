/** What is said about a person. */
import { coded } from './coded.ts'

export const situationFamiliale = coded('situationFamiliale', {
  SINGLE: 'CELIBATAIRE',
  MARRIED: 'MARIE',
  DIVORCED: 'DIVORCE',
  WIDOWED: 'VEUF',
  PARTNERSHIP: 'PARTENARIAT',
  UNKNOWN: 'INCONNUE',
})

export const categoriePersonne = coded('categoriePersonne', {
  OWN_NATIONAL: 'RESSORTISSANT',
  FORMER_NATIONAL: 'ANCIEN_RESSORTISSANT',
  FAMILY_SPOUSE: 'CONJOINT',
  FAMILY_CHILD: 'ENFANT',
  THIRD_COUNTRY_NATIONAL: 'RESSORTISSANT_PAYS_TIERS',
  STATELESS: 'APATRIDE',
})

export const couleurYeux = coded('couleurYeux', {
  BLACK: 'NOIR',
  BLUE: 'BLEU',
  BROWN: 'MARRON',
  GREEN: 'VERT',
  GREY: 'GRIS',
  HAZEL: 'NOISETTE',
  OTHER: 'AUTRE',
})

export const natureIdentifiant = coded('natureIdentifiant', {
  FIN: 'FIN',
  NATIONAL_NUMBER: 'NUMERO_NATIONAL',
  FOREIGNERS_FILE: 'NUMERO_ETRANGER',
  OTHER: 'AUTRE',
})
