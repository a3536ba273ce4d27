/** What WhatsApp and its two providers allow, in code points unless said otherwise (fixtures.md, meta.md §8, twilio.md). */
export const LIMITS = {
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listRows: 10,
  listSections: 10,
  listButton: 20,
  sectionTitle: 24,
  rowTitle: 24,
  rowId: 200,
  rowDescription: 72,
  /** A list's body is 4096 on one of Meta's pages and 1024 on another: the smaller one is right on both. */
  interactiveBody: 1024,
  caption: 1024,
  linkTitle: 20,
  textBody: 4096,
  opaqueId: 512,
  /** Twilio's own, for WhatsApp too; longer is refused with 21617. */
  twilioBody: 1600,
} as const
