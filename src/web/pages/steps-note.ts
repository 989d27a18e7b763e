/** Why a published curve climbs by steps. */
export const stepsNote =
  'La courbe monte par marches, pour que personne ne puisse être reconnu : les effets d’une marche sont arrivés entre le jour de la marche d’avant et le sien.';
