import type { Ministry, OfficePosition } from '../actor/lists.js';
import type { ActorName } from '../actor/views.js';
import type { Texts } from '../records/checks.js';
import type { Sharing } from '../records/lists.js';
import type { BudgetAmounts } from './budget-figures.js';
import type {
  BudgetStatus,
  Involved,
  InvolvedAnswer,
  InvolvedHow,
  InvolvedName,
  InvolvedStage,
  ItemKind,
  Pillar,
  PlanFocus,
  PlanLevel,
  Progress,
} from './lists.js';
import type { PlanIndicator } from './plan-item.entity.js';
import type { PlanState } from './plan-steps.js';

/** What is written down of an action plan. Days in ISO 8601. */
export interface PlanDraft {
  readonly level: PlanLevel;
  /** The id of the plan that it carries out. */
  readonly parentId: string | null;
  readonly generation: number;
  readonly title: Texts;
  readonly languages: readonly string[];
  readonly adopted: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly leadOffice: string | null;
  readonly leadPosition: OfficePosition | null;
  readonly leadMinistry: Ministry | null;
  readonly coordinationBody: string | null;
  readonly focus: PlanFocus;
  readonly budgetStatus: BudgetStatus;
  readonly mediatorNomination: string | null;
  readonly documentUrl: string | null;
  readonly reportedOn: string | null;
  readonly reportUrl: string | null;
  readonly sharing: Sharing;
}

export interface PlanView extends PlanDraft {
  readonly id: string;
  readonly actor: ActorName;
  readonly state: PlanState;
  readonly revision: number;
}

export interface PlanItemDraft {
  readonly parentId: string | null;
  readonly kind: ItemKind;
  readonly place: number;
  readonly text: Texts;
  readonly pillar: Pillar | null;
  readonly themes: readonly string[];
  readonly responsible: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly progress: Progress;
  readonly progressNote: string | null;
  readonly indicators: readonly PlanIndicator[];
}

export interface PlanItemView extends PlanItemDraft {
  readonly id: string;
  readonly planId: string;
  /** What was written down. `progress` may also follow from what is under the item (`withProgress`). */
  readonly statedProgress: Progress;
  readonly budgetLines: readonly BudgetLineView[];
  /** Whether it is about conflict-related sexual violence and has a number below ten. */
  readonly hasSmallNumber: boolean;
  readonly revision: number;
}

export interface BudgetLineDraft extends BudgetAmounts {
  readonly year: number;
  readonly source: string | null;
}

export interface BudgetLineView extends BudgetLineDraft {
  readonly id: string;
  readonly itemId: string;
  readonly revision: number;
}

export interface InvolvementDraft {
  readonly who: Involved;
  /** The code of the actor, if it is one of this directory. */
  readonly actor: string | null;
  readonly name: string;
  readonly named: InvolvedName;
  /** The day on which a person agreed to be named; null of a body. ISO 8601. */
  readonly agreedOn: string | null;
  readonly stage: InvolvedStage;
  readonly how: InvolvedHow;
  readonly evidence: string | null;
}

export interface InvolvementView extends Omit<InvolvementDraft, 'actor' | 'name' | 'named'> {
  readonly id: string;
  readonly planId: string;
  readonly actor: ActorName | null;
  /** Null as long as nobody has said whose name it is: it may be that of a person. */
  readonly name: string | null;
  readonly named: InvolvedName | null;
  readonly answer: InvolvedAnswer;
  readonly answerWords: string | null;
  readonly answeredAt: string | null;
  readonly revision: number;
}

/** What belongs to a plan. */
export interface PlanParts {
  readonly items: readonly PlanItemView[];
  readonly involvements: readonly InvolvementView[];
}
