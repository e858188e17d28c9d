import type { FederationCase } from '../federation-case.ts';

const cow = (id: string) => ({ id });
const fail = (what: string): never => {
  throw new Error(what);
};

/** An error of a subgraph stands at every place of the answer that it concerns. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'herds',
      sdl: `
        type Query { herd: [Cow], pens: [[Cow!]], cow: Cow, field: Field, broken: Cow, sureBroken: Cow! }
        type Field { herd: [Cow!]!, name: String, sign: String! }
        type Cow @key(fields: "id") { id: ID! calf: Cow sound: String loud: String! }
      `,
      resolvers: {
        Query: {
          herd: () => [cow('1'), cow('bad'), null, cow('bad'), cow('mute')],
          pens: () => [[cow('bad')], null, [cow('1'), cow('bad')]],
          cow: () => cow('bad'),
          field: () => ({ herd: [cow('1'), cow('bad')], name: 'n' }),
          broken: () => fail('broken'),
          sureBroken: () => fail('broken'),
        },
        Field: { sign: () => fail('sign') },
        Cow: {
          calf: ({ id }: { id: string }) => (id === '1' ? cow('bad') : null),
          sound: () => fail('sound'),
          loud: ({ id }: { id: string }) => (id === 'mute' ? fail('loud') : 'moo'),
        },
      },
    },
    {
      name: 'milk',
      sdl: `
        type Cow @key(fields: "id") { id: ID! litres: Int quality: String! bottles: [Bottle] }
        type Bottle { size: Int full: Boolean! owner: Cow }
      `,
      resolvers: {
        Cow: {
          __resolveReference: (reference: unknown) => reference,
          litres: ({ id }: { id: string }) => (id === 'bad' ? fail('litres') : 10),
          quality: ({ id }: { id: string }) => (id === 'bad' ? fail('quality') : 'good'),
          bottles: ({ id }: { id: string }) => [
            { size: 1, id },
            { size: 2, id },
          ],
        },
        Bottle: {
          full: ({ id, size }: { id: string; size: number }) =>
            id === 'bad' && size === 2 ? fail('full') : true,
          owner: ({ id }: { id: string }) => ({ id }),
        },
      },
    },
    {
      name: 'vet',
      sdl: 'type Cow @key(fields: "id") { id: ID! health: String weight: Int! }',
      resolvers: {
        Cow: {
          __resolveReference: ({ id }: { id: string }) =>
            id === 'bad'
              ? Promise.reject(new Error('no such cow'))
              : { id, health: 'well', weight: 500 },
        },
      },
    },
  ],
  expectations: [
    {
      query: '{ herd { id litres } }',
      data: {
        herd: [
          { id: '1', litres: 10 },
          { id: 'bad', litres: null },
          null,
          { id: 'bad', litres: null },
          { id: 'mute', litres: 10 },
        ],
      },
      errorPaths: [
        ['herd', 1, 'litres'],
        ['herd', 3, 'litres'],
      ],
    },
    {
      query: '{ herd { quality } }',
      data: { herd: [{ quality: 'good' }, null, null, null, { quality: 'good' }] },
      errorPaths: [
        ['herd', 1, 'quality'],
        ['herd', 3, 'quality'],
      ],
    },
    {
      query: '{ pens { quality } }',
      data: { pens: [null, null, null] },
      errorPaths: [
        ['pens', 0, 0, 'quality'],
        ['pens', 2, 1, 'quality'],
      ],
    },
    {
      query: '{ cow { bottles { full } } }',
      data: { cow: { bottles: [{ full: true }, null] } },
      errorPaths: [['cow', 'bottles', 1, 'full']],
    },
    {
      query: '{ herd { renamed: litres calf { amount: litres } } }',
      data: {
        herd: [
          { renamed: 10, calf: { amount: null } },
          { renamed: null, calf: null },
          null,
          { renamed: null, calf: null },
          { renamed: 10, calf: null },
        ],
      },
      errorPaths: [
        ['herd', 1, 'renamed'],
        ['herd', 3, 'renamed'],
        ['herd', 0, 'calf', 'amount'],
      ],
    },
    {
      query: '{ herd { id health } }',
      data: {
        herd: [
          { id: '1', health: 'well' },
          { id: 'bad', health: null },
          null,
          { id: 'bad', health: null },
          { id: 'mute', health: 'well' },
        ],
      },
      errorPaths: [
        ['herd', 1, 'health'],
        ['herd', 3, 'health'],
      ],
    },
    {
      query: '{ field { name herd { weight } } cow { id weight } }',
      data: { field: null, cow: null },
      errorPaths: [
        ['field', 'herd', 1, 'weight'],
        ['cow', 'weight'],
      ],
    },
    {
      query: '{ herd { loud litres } }',
      data: {
        herd: [
          { loud: 'moo', litres: 10 },
          { loud: 'moo', litres: null },
          null,
          { loud: 'moo', litres: null },
          null,
        ],
      },
      errorPaths: [
        ['herd', 4, 'loud'],
        ['herd', 1, 'litres'],
        ['herd', 3, 'litres'],
      ],
    },
    {
      query: '{ cow { sound litres } broken { litres } }',
      data: { cow: { sound: null, litres: null }, broken: null },
      errorPaths: [['cow', 'sound'], ['broken'], ['cow', 'litres']],
    },
    {
      query: '{ sureBroken { litres } cow { id } }',
      data: null,
      errorPaths: [['sureBroken']],
    },
    { query: '{ field { name sign } }', data: { field: null }, errorPaths: [['field', 'sign']] },
    {
      query: '{ cow { litres health bottles { owner { litres } } } }',
      data: {
        cow: {
          litres: null,
          health: null,
          bottles: [{ owner: { litres: null } }, { owner: { litres: null } }],
        },
      },
      errorPaths: [
        ['cow', 'litres'],
        ['cow', 'bottles', 0, 'owner', 'litres'],
        ['cow', 'bottles', 1, 'owner', 'litres'],
        ['cow', 'health'],
      ],
    },
  ],
};
