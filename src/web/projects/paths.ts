import type { ProjectStep } from '../../portfolio/projects/answers.ts';

export const projectsPath = '/equipe/projets';

/** A project: its result once whole, where to go on from otherwise. */
export const projectPath = (id: string): string => `${projectsPath}/${id}`;

export const stepPath = (id: string, step: ProjectStep): string => `${projectPath(id)}/${step}`;
