/** The rules as somebody wants them; another administrator decides. */
import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core'
import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { codeIn } from '#admin-ui/parts/codes.ts'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { TYPES, typeOf } from '#admin-ui/parts/types.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { caseState } from '#schemas/codelists/case-state.ts'
import type { NewRule, Rule } from './queries.ts'
import { RETENTION_TEXTS } from './texts.ts'

const STATES = Object.keys(caseState.codes)
const USUAL_DAYS = 365
const MOST_DAYS = 36_500

interface Draft {
  /** Stays the same while the name is typed. */
  readonly key: number
  readonly rule: string
  readonly days: number
  readonly types: readonly string[]
  readonly outcomes: readonly string[]
}

let drafts = 0
const draftOf = ({ rule, days, types = [], outcomes = [] }: Rule): Draft => ({ key: ++drafts, rule, days, types, outcomes })

/** What is empty is left out: then all fit. */
const ruleOf = ({ rule, days, types, outcomes }: Draft): NewRule =>
  ({ rule, days, ...(types.length > 0 && { types }), ...(outcomes.length > 0 && { outcomes }) }) as NewRule

interface Shown {
  readonly rules: readonly Rule[]
  readonly close: () => void
}

export function Propose({ rules, close }: Shown) {
  const { language } = useTexts()
  const words = RETENTION_TEXTS[language]
  const toast = useToast()
  const [list, setList] = useState<readonly Draft[]>(() => rules.map(draftOf))
  const change = (key: number, what: Partial<Draft>): void =>
    setList((now) => now.map((one) => (one.key === key ? { ...one, ...what } : one)))
  const up = (index: number): void => setList((now) => now.with(index, now[index - 1] as Draft).with(index - 1, now[index] as Draft))
  const act = async (reason: string): Promise<void> => {
    await ask(api.retention.$post({ json: { rules: list.map(ruleOf), reason } }))
    toast.done(words.asked)
    await queryClient.invalidateQueries({ queryKey: ['approvals'] })
  }
  return (
    <ActDialog title={words.propose} open close={close} verb={words.propose} act={act}>
      <p className="muted">{words.proposeNote}</p>
      {list.map((draft, index) => (
        <fieldset key={draft.key} className="retention-rule">
          <legend className="unseen">{draft.rule || words.rule}</legend>
          <div className="retention-head">
            <TextInput
              label={words.name}
              description={words.nameHint}
              value={draft.rule}
              pattern="[\w.\-]{1,40}"
              required
              withAsterisk={false}
              onChange={(event) => change(draft.key, { rule: event.currentTarget.value })}
            />
            <NumberInput
              label={words.daysField}
              value={draft.days}
              min={1}
              max={MOST_DAYS}
              allowDecimal={false}
              required
              withAsterisk={false}
              hideControls
              onChange={(days) => change(draft.key, { days: Number(days) || 1 })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={index === 0}
              onClick={() => up(index)}
              aria-label={words.up(draft.rule)}
            >
              <ArrowUp size={18} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              onClick={() => setList(list.filter(({ key }) => key !== draft.key))}
              aria-label={words.remove(draft.rule)}
            >
              <Trash2 size={18} />
            </ActionIcon>
          </div>
          <Several
            label={words.types}
            all={TYPES}
            chosen={draft.types}
            say={(type) => typeOf(type, language)}
            choose={(types) => change(draft.key, { types })}
          />
          <Several
            label={words.outcomes}
            all={STATES}
            chosen={draft.outcomes}
            say={(state) => codeIn(caseState, state, language)}
            choose={(outcomes) => change(draft.key, { outcomes })}
          />
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => setList([...list, draftOf({ rule: '', days: USUAL_DAYS })])}
        >
          {words.add}
        </Button>
      </div>
    </ActDialog>
  )
}

interface SeveralShown {
  readonly label: string
  readonly all: readonly string[]
  readonly chosen: readonly string[]
  readonly say: (code: string) => string
  readonly choose: (chosen: readonly string[]) => void
}

/** Some of many, folded away: nothing chosen means all. */
function Several({ label, all, chosen, say, choose }: SeveralShown) {
  const { fmt, language } = useTexts()
  const words = RETENTION_TEXTS[language]
  return (
    <details>
      <summary>
        {label}: {words.chosen(chosen.length, chosen.length > 2 ? fmt.number(chosen.length) : chosen.map(say).join(', '))}
      </summary>
      <div className="retention-several">
        {all.map((code) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() => choose(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])}
            />{' '}
            {say(code)}
          </label>
        ))}
      </div>
    </details>
  )
}
