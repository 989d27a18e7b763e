import { basename, join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { currentPlan } from '../../portfolio/plans/plan-version.ts';
import { serviceFolder } from '../../records/records-folder.ts';
import { databaseHistory } from '../history/database-history.ts';

/** Where the files that the plan of a service names are looked for: `fichiers/<service>` under the data folder. */
const filesFolder = (config: Pick<Config, 'dataFolder'>, service: string): string =>
  join(config.dataFolder, 'fichiers', basename(serviceFolder(config.dataFolder, service)));

/** The current plan of a service of the application database, with its history; null when it has no plan. */
export async function serviceToRun(db: Database, service: string, config: Config) {
  const current = await currentPlan(db, service);
  if (current === null) return null;
  return {
    service,
    plan: current.plan,
    planFolder: filesFolder(config, service),
    history: databaseHistory(db),
  };
}
