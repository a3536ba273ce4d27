import { stripVTControlCharacters, styleText } from 'node:util'
import type { Config } from '@oclif/core/interfaces'
import { BotctlError, EXIT, toErrorDocument } from '../errors.ts'
import type { ErrorDocument } from '../errors.ts'
import { printable } from './printable.ts'
import { closest } from './similar.ts'

/** What oclif throws; its classes are told apart by what they carry, not by importing its parser. */
interface OclifError extends Error {
  oclif?: { exit?: number }
  code?: string
  flags?: string[]
  args?: unknown
  parse?: { input?: { flags?: Record<string, unknown> } }
}

/** Shows an error where it belongs and returns the exit code. Stack traces only with BOTCTL_DEBUG. */
export function presentError(
  error: unknown,
  options: { json: boolean; config: Config | undefined; id: string },
): number {
  const known = toBotctlError(error, options)
  if (known === null) return (error as OclifError).oclif?.exit ?? 0
  if (options.json) {
    // On one line: a command that prints a document a line may fail after some of them, and readers split at line ends.
    process.stdout.write(`${JSON.stringify(withHint(toErrorDocument(known), options.id))}\n`)
  } else {
    process.stderr.write(`${block(known)}\n`)
  }
  if (process.env.BOTCTL_DEBUG && error instanceof Error) process.stderr.write(`\n${error.stack}\n${causes(error)}`)
  return known instanceof BotctlError ? known.exit : EXIT.bug
}

/** Programs read `hint` as text; where an error names no next step, the command's help is one. */
function withHint({ error }: ErrorDocument, id: string): ErrorDocument {
  return { error: { ...error, hint: error.hint ?? `see ${helpOf(id)}` } }
}

function helpOf(id: string): string {
  return `botctl ${id.replaceAll(':', ' ')} --help`.replace('  ', ' ')
}

function block(error: unknown): string {
  const { error: shown } = toErrorDocument(error)
  const mark = styleText('red', '✖', { stream: process.stderr })
  const lines = [`${mark} ${shown.message}`]
  // What the sentence says already is not said twice.
  const facts = detailLines(shown.details).filter((fact) => !shown.message.includes(fact.replace(': ', ' ')))
  lines.push(...facts.slice(0, MOST_DETAILS).map((fact) => `  ${fact}`))
  if (facts.length > MOST_DETAILS) lines.push(`  … and ${facts.length - MOST_DETAILS} more: see them with --json`)
  if (shown.hint !== null) lines.push(`  → ${shown.hint}`)
  return lines.join('\n')
}

/** What does not fit on a screen beside the hint is looked at with --json. */
const MOST_DETAILS = 12

/** `missing: NOPE`, `policies.hours: too long`: what the message, which is the same for everybody, leaves open. */
function detailLines(details: unknown): string[] {
  if (Array.isArray(details)) return details.flatMap((each) => detailLines(each))
  if (typeof details !== 'object' || details === null) return details === undefined ? [] : [scalar(details)]
  const { field, reason, ...rest } = details as Record<string, unknown>
  if (typeof field === 'string' && typeof reason === 'string' && Object.keys(rest).length === 0)
    return [`${scalar(field)}: ${scalar(reason)}`]
  return Object.entries(details).flatMap(([key, value]) => {
    if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
      return value.length === 0 ? [] : [`${key}: ${value.map(scalar).join(', ')}`]
    return typeof value === 'object' && value !== null ? detailLines(value) : [`${key}: ${scalar(value)}`]
  })
}

function scalar(value: unknown): string {
  return printable(String(value))
}

function causes(error: Error): string {
  return error.cause instanceof Error ? `caused by ${error.cause.stack}\n${causes(error.cause)}` : ''
}

/** Null for oclif's way to say "just exit". */
function toBotctlError(error: unknown, options: { config: Config | undefined; id: string }): unknown {
  if (error instanceof BotctlError) return error
  const oclif = error as OclifError
  if (oclif.code === 'EEXIT') return null
  const notFound = /^[Cc]ommand (.+) not found\.?$/.exec(oclif.message ?? '')
  if (notFound && oclif.oclif) return unknownCommand(notFound[1] ?? '', options.config)
  if (oclif.parse || oclif.oclif) return usage(oclif, options.id)
  const system = (error as NodeJS.ErrnoException).code
  if (system === 'ECONNREFUSED' || system === 'ENOTFOUND' || system === 'ETIMEDOUT') {
    return new BotctlError('unreachable', `a service that this needs does not answer (${system})`, {
      hint: 'botctl doctor tells which one',
      exit: EXIT.unavailable,
      cause: error,
    })
  }
  return error
}

function unknownCommand(id: string, config: Config | undefined): BotctlError {
  const typed = id.replaceAll(':', ' ')
  const ids = (config?.commands ?? [])
    .filter((command) => !command.hidden)
    .map((command) => command.id.replaceAll(':', ' '))
  const meant = closest(typed, ids)
  const first = typed.split(' ')[0] ?? ''
  const hint =
    meant !== null
      ? `did you mean: botctl ${meant}`
      : ids.some((known) => known.startsWith(`${first} `))
        ? `see botctl ${first} --help`
        : 'see botctl --help'
  return new BotctlError('unknown_command', `there is no command "${typed}"`, { hint, exit: EXIT.usage })
}

function usage(error: OclifError, id: string): BotctlError {
  const message = stripVTControlCharacters(error.message)
    .replace(/\nSee more help with --help$/, '')
    .replace(/^The following errors? occurred:\s*/, '')
    .replaceAll(/\n\s+/g, '\n  ')
  const help = helpOf(id)
  const wrongFlag = error.flags?.[0]
  if (wrongFlag !== undefined) {
    const known = Object.keys(error.parse?.input?.flags ?? {}).map((flag) => `--${flag}`)
    const meant = closest(wrongFlag, known)
    return new BotctlError('unknown_flag', `there is no flag ${wrongFlag}`, {
      hint: meant === null ? `see ${help}` : `did you mean ${meant}? See ${help}`,
      exit: EXIT.usage,
    })
  }
  return new BotctlError('usage', message.charAt(0).toLowerCase() + message.slice(1), {
    hint: `see ${help}`,
    exit: EXIT.usage,
  })
}
