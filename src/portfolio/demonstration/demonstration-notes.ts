/** Said of a service of the demonstration that publishes nothing, and of one whose figures are simulated. */
export const toldNote =
  'Exemple, pour montrer comment penser une mesure : ce cas est raconté avec nos mots. L’équipe du service n’a rien publié ici.';

export const simulatedNote =
  'Exemple, pour montrer comment ce site se lit : les personnes et les chiffres sont simulés, les comités inventés. Ce n’est pas une mesure de ce service.';
