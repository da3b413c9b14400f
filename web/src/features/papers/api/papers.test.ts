import { describe, expect, it } from 'vitest'
import { designInputOf, detailsOf, type PaperDesign } from './papers'

const design: PaperDesign = {
  font: 'MODERN',
  colour: '#1f5f8b',
  logoAt: 'LEFT',
  logoHeightMillimetres: 18,
  addressAt: 'LEFT',
  wordings: [
    {
      language: 'de',
      sender: null,
      footer: ['Aurora GmbH', '', 'IBAN DE02'],
      papers: [{ kind: 'QUOTE', intro: 'Guten Tag,', closing: null }],
    },
  ],
  template: null,
  version: 3,
}

describe('the design of papers', () => {
  it('comes back from the form as it went in', () => {
    const { version: _, ...details } = design
    expect(detailsOf(designInputOf(design))).toEqual(details)
  })

  it('leaves out languages without words of their own, and a template that is switched off', () => {
    const input = designInputOf(design)
    input.words.de = { ...input.words.en }
    input.template = '<html></html>'
    expect(detailsOf(input)).toMatchObject({ wordings: [], template: null })
    expect(detailsOf({ ...input, ownTemplate: true }).template).toBe('<html></html>')
  })
})
