/** +56950915617 → `+56 ••••• 5617`: enough to tell two shoppers apart, on a screen or in a log, too little to call one. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  if (digits.length < 8) return '•••'
  const country = digits.startsWith('56') ? '+56' : `+${digits.slice(0, 1)}`
  return `${country} ••••• ${digits.slice(-4)}`
}
