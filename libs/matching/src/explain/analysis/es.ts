import type { AnalysisPhrases } from './phrases.js';

export const es: AnalysisPhrases = {
  separator: '; ',
  headings: {
    CONSENT: 'Consentimiento para ser propuesta',
    STATE: 'Perfil publicado',
    CONFLICT_OF_INTEREST: 'Conflicto de intereses',
    SAFETY: 'Seguridad',
  },
  change: {
    LANGUAGE: {
      raised: '{name} con nivel {to} en lugar de {from}',
      gained: '{name} con nivel {to}',
    },
    REGION: 'un territorio de especialidad más ({name})',
    EXPERTISE: {
      raised: '{name} con nivel «{to}» en lugar de «{from}»',
      gained: '{name} con nivel «{to}»',
    },
    ROLE: {
      stated: 'la función «{name}» en su perfil',
      served: 'una misión en la función «{name}»',
    },
    TRACK: 'una vía más ({name})',
    PROCESS: 'una misión de este tipo: {name}',
    YEARS: '{to} de experiencia en lugar de {from}',
    AVAILABILITY: '{to} de disponibilidad en el período en lugar de {from}',
    FRESHNESS: 'una confirmación de su perfil el {to}',
    NETWORK: 'la pertenencia a {name}',
  },
  lift: {
    enough: 'Con {change}, su puesto sería {rank} y su puntuación {score}.',
    alike: 'Otros cambios de la misma clase que aportan lo mismo: {count}.',
    most: 'Ningún cambio por sí solo la sitúa entre las primeras {top}; el que más aporta es {change}: puesto {rank}, puntuación {score}.',
    none: 'Ningún cambio por sí solo aumentaría su puntuación.',
  },
  margin: {
    spare:
      'Su puesto es {rank}. Sigue entre las primeras {top} con una puntuación hasta {spare} más baja.',
    safe: 'Su puesto es {rank} y el número de elegibles es {eligible}: nadie puede desplazarla de las primeras {top}.',
    least:
      '{heading}: {value} ahora; con al menos {least} sigue entre las primeras {top}, si todo lo demás permanece igual.',
  },
  stability:
    'Cuando cada peso varía hasta {delta}, está entre las primeras {top} en {inside} de {samples} sorteos: {share} (intervalo del 95 %: de {low} a {high}). Su puesto va del {best} al {worst}.',
  comparison: {
    decided: '{ahead} aventaja a {behind} en {difference}; lo que más la favorece: {heading}.',
    tied: '{ahead} y {behind} tienen el mismo total; la clave de desempate de esta necesidad pone primero a {ahead}.',
    stopped: '{name} queda excluida por: {criteria}.',
    turn: 'Con el peso {to} en lugar de {from} para «{heading}», {behind} estaría delante.',
    fixed: 'Ningún cambio de un solo peso invierte su orden.',
  },
  step: '{heading}: por sí solo excluiría a {alone}; aquí excluye a {removed} y quedan {remaining}; sin él habría {added} elegibles más.',
  lack: {
    LANGUAGE: {
      lower: 'se exige {wanted} y ella tiene {found}',
      none: 'se exige {wanted} y ella no lo tiene',
    },
    CONFLICT_OF_INTEREST: {
      territories: 'su nacionalidad o residencia está excluida por la necesidad: {found}',
      networks: 'pertenece a una red excluida por la necesidad: {found}',
    },
    AVAILABILITY: 'se exigen {needed} de {period} y ella está disponible {found}',
    ROLE: 'se exige {wanted} y ella no tiene ninguna de esas funciones',
    TRACK: 'se exige {wanted} y ella no ha trabajado ahí',
    NETWORK: 'se exige {wanted} y ella no pertenece a ninguna de esas redes',
    YEARS: 'se exigen {wanted} y ella tiene {found}',
  },
  shortfall: '{heading}: {clauses}.',
  nearly: 'Solo un criterio la excluye. {shortfall} Sin él, su puntuación sería {score}.',
  scarcity:
    '{language}, {expertise}, {area}: {available} de {minimum} mujeres deseadas; necesidades que lo piden: {asked}.',
  bottleneck: {
    LANGUAGE: 'Mujeres a las que solo les falta el idioma: {count}.',
    EXPERTISE: 'Mujeres a las que solo les falta la especialidad: {count}.',
    REGION: 'Mujeres a las que solo les falta la región: {count}.',
    none: 'Ninguna mujer reúne dos de los tres elementos; conviene incorporar más que formar.',
  },
};
