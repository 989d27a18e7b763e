/**
 * How a service is called, in plans, addresses and file names: letters without accent, digits, `-`, `_`, and dots
 * within, as in `cartes.gouv.fr`; never two dots together, nor one at an end.
 */
export const serviceIdPattern = /^(?=.{1,120}$)[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/;
