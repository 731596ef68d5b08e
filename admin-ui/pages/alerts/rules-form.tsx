/** What the hub looks for, from which value on, and when it keeps quiet. */
import { Button, NumberInput, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { type AlertSettings, alertSettingsQuery, type Rule } from './queries.ts'
import { ALERT_TEXTS } from './texts.ts'

const USUAL_NIGHT = { from: '22:00', to: '07:00' }
const MOST = 1_000_000

export function RulesForm({ settings }: { readonly settings: AlertSettings }) {
  const { language } = useTexts()
  const words = ALERT_TEXTS[language]
  const mayChange = useMe().may('alerts.change')
  const toast = useToast()
  const [rules, setRules] = useState(settings.rules)
  const [quiet, setQuiet] = useState(settings.quiet)
  const [running, setRunning] = useState(false)
  const set = (rule: Rule, change: Partial<AlertSettings['rules'][Rule]>): void =>
    setRules((now) => ({ ...now, [rule]: { ...now[rule], ...change } }))
  const save = async (): Promise<void> => {
    if (running) return
    setRunning(true)
    try {
      await ask(api.alerts.settings.$post({ json: { rules, ...(quiet && { quiet }) } }))
      toast.done(words.saved)
      await queryClient.invalidateQueries(alertSettingsQuery)
    } catch (error) {
      toast.failed(error)
    } finally {
      setRunning(false)
    }
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="alert-rules">
        {(Object.keys(rules) as Rule[]).map((rule) => {
          const unit = words.unit[settings.units[rule] ?? ''] ?? ''
          const name = words.rule[rule] ?? rule
          return (
            <div key={rule} className="alert-rule">
              <Switch
                label={name}
                checked={rules[rule].enabled}
                disabled={!mayChange}
                onChange={(event) => set(rule, { enabled: event.currentTarget.checked })}
              />
              <NumberInput
                aria-label={words.threshold(name, unit)}
                value={rules[rule].threshold}
                onChange={(value) => set(rule, { threshold: Number(value) || 0 })}
                min={0}
                max={MOST}
                allowDecimal={false}
                allowNegative={false}
                disabled={!mayChange || !rules[rule].enabled}
                hideControls
              />
              <span className="muted">{unit}</span>
            </div>
          )
        })}
      </div>
      <fieldset className="quiet-hours">
        <legend>{words.quiet}</legend>
        <p className="muted small">{words.quietNote}</p>
        <Switch
          label={words.quietOn}
          checked={quiet !== undefined}
          disabled={!mayChange}
          onChange={(event) => setQuiet(event.currentTarget.checked ? USUAL_NIGHT : undefined)}
        />
        {quiet !== undefined && (
          <>
            <TextInput
              type="time"
              label={words.quietFrom}
              value={quiet.from}
              disabled={!mayChange}
              required
              withAsterisk={false}
              onChange={(event) => setQuiet({ ...quiet, from: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={words.quietTo}
              value={quiet.to}
              disabled={!mayChange}
              required
              withAsterisk={false}
              onChange={(event) => setQuiet({ ...quiet, to: event.currentTarget.value })}
            />
          </>
        )}
      </fieldset>
      {mayChange ? (
        <div className="dialog-buttons">
          <Button type="submit" loading={running}>
            {words.save}
          </Button>
        </div>
      ) : (
        <p className="muted small">{words.readOnly}</p>
      )}
    </form>
  )
}
