import type { Section } from '../section.ts';
import { choiceField, longField, textField } from '../value-fields.ts';

export const serviceSection: Section = {
  id: 'service',
  title: 'Le service et l’effet recherché',
  path: [],
  removable: false,
  groups: [
    {
      title: null,
      fields: [
        textField(['service', 'name'], 'Nom du service'),
        textField(['service', 'organisation'], 'Qui le porte'),
        longField(['service', 'mission'], 'Sa mission', 'Pour quoi il existe.'),
        longField(
          ['effect', 'statement'],
          'L’effet recherché',
          'Ce qui va mieux dans le monde réel, en une phrase. Ce n’est pas l’usage du service.',
        ),
        choiceField(
          ['effect', 'domain'],
          ['Domaine de l’effet'],
          [
            ['social', 'social'],
            ['environmental', 'environnemental'],
            ['economic', 'économique'],
          ],
        ),
        textField(['effect', 'beneficiaries'], 'Pour qui'),
      ],
    },
  ],
};
