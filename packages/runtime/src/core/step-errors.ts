/**
 * The words of what the step itself finds wrong; it raises codes and facts only (`raise.ts`). Codes are permanent; what concerns people,
 * releases and hosts stands in `../errors.ts`.
 */
import { defineErrors, type Raise } from '@tongban/model';

/** What the step refuses to people, and the services as well. */
export const REFUSALS = {
  RUNTIME_CASE_ENDED: {
    en: 'The case "{caseId}" has ended; nothing can be done in it any more.',
    'zh-CN': '办件“{caseId}”已经办结，不能再进行操作。',
    kind: 'conflict',
    causes: 'The page is older than the end of the case.',
  },
  RUNTIME_TASK_CLOSED: {
    en: 'The task "{taskName}" ({taskId}) is no longer open: it was already finished or withdrawn. Reload your inbox.',
    'zh-CN': '任务“{taskName}”（{taskId}）已经办理完毕或已撤销，不能再次办理。请刷新待办列表。',
    kind: 'conflict',
    causes: 'A task completed twice, in two windows or by two people; a return or an end that cancelled it meanwhile.',
  },
  RUNTIME_CASE_SUSPENDED: {
    en: 'The case "{caseId}" is suspended; nothing can be done in it until it is resumed.',
    'zh-CN': '办件“{caseId}”已挂起，激活之前不能办理。',
    kind: 'conflict',
    causes: 'Somebody suspended the case while the page was open.',
  },
  RUNTIME_CASE_NOT_SUSPENDED: {
    en: 'The case "{caseId}" is not suspended.',
    'zh-CN': '办件“{caseId}”没有挂起。',
    kind: 'conflict',
    causes: 'Somebody else resumed the case.',
  },
  RUNTIME_URGED_JUST_NOW: {
    en: 'People were already urged in the case "{caseId}". Leave them {minutes} more minutes before you do it again.',
    'zh-CN': '办件“{caseId}”刚刚催办过。请{minutes}分钟后再催办。',
    kind: 'conflict',
    causes: 'The same case urged twice within the rest that people are given.',
  },
  RUNTIME_NOBODY_TO_URGE: {
    en: 'The case "{caseId}" has no open task to urge.',
    'zh-CN': '办件“{caseId}”没有可催办的任务。',
    kind: 'conflict',
    causes: 'The case waits for a message or a timer.',
  },
  RUNTIME_COPY_TO_NOBODY: {
    en: 'Nobody was chosen to get a copy of the case "{caseId}".',
    'zh-CN': '没有选择办件“{caseId}”的抄送对象。',
    kind: 'invalid',
    causes: 'An empty choice of people and departments.',
  },
  RUNTIME_WITHDRAW_TOO_LATE: {
    en: '"{nodeName}" cannot be taken back any more: {why}.',
    'zh-CN': '“{nodeName}”已不能撤回：{why}。',
    kind: 'conflict',
    causes: 'Somebody acted on what came of it, or it was one vote of many.',
    terms: {
      why: {
        oneOfMany: { en: 'it is one voice of many', 'zh-CN': '该意见属于多人办理中的一份' },
        gone: { en: 'nothing that came of it is still waiting', 'zh-CN': '后续环节已经办理' },
        acted: { en: 'something was already done at "{where}"', 'zh-CN': '“{where}”已有后续办理' },
      },
    },
  },
  RUNTIME_RETURN_BACK: {
    en: '"{taskName}" cannot be given straight back after a return to "{targetName}". Let the case go on step by step.',
    'zh-CN': '退回到“{targetName}”后不能直接返回“{taskName}”。请选择逐级办理。',
    kind: 'conflict',
    causes: 'The target is done by many, lies in a sub-process that is over, or is no task of a person.',
  },
  RUNTIME_JUMP_SOURCE_UNKNOWN: {
    en: 'The case "{caseId}" does not wait at the place {place} any more. Reload the case.',
    'zh-CN': '办件“{caseId}”已不在所选位置（{place}）。请刷新后重试。',
    kind: 'conflict',
    causes: 'The case went on meanwhile, or no place was chosen.',
  },
  RUNTIME_JUMP_TARGET_UNKNOWN: {
    en: 'The case "{caseId}" cannot jump to "{target}": there is no such element, or nothing can arrive there.',
    'zh-CN': '办件“{caseId}”不能跳转到“{target}”：没有该元素，或该元素不能作为跳转目标。',
    kind: 'invalid',
    causes:
      'A boundary event, an event sub-process, a renamed or deleted element, a step of an activity of many whose list is empty, or no target.',
  },
  RUNTIME_JUMP_TARGET_AMBIGUOUS: {
    en: 'The case "{caseId}" cannot jump to "{target}": it is not clear which of several instances or calls is meant. Name one.',
    'zh-CN': '办件“{caseId}”不能跳转到“{target}”：该环节有多个实例或多处调用，无法确定是哪一个。请指定其中一个。',
    kind: 'conflict',
    causes: 'The target lies inside an activity of many, or in a process that is called from several places.',
  },
  RUNTIME_JUMP_JOIN_WAITS: {
    en: 'By this jump something waits at "{nodeName}" for a branch that can never come. Jump all branches together, or move on from there by another jump.',
    'zh-CN': '跳转后，“{nodeName}”会一直等待不会再到达的分支。请把各分支一起跳转；已经跳转的，请从那里再跳转一次。',
    kind: 'conflict',
    causes: 'One of several parallel branches was moved back before the split or into another branch, while the others stayed.',
  },
  RUNTIME_TASK_HELD: {
    en: '"{taskName}" stands still until those who were asked before it have answered. Wait for them, or take the question back.',
    'zh-CN': '“{taskName}”正在等待加签、委派或补正人员的意见，暂时不能办理。请等待其完成，或撤销加签。',
    kind: 'conflict',
    causes: 'Somebody was asked to sign or correct first; the task goes on with their answer.',
  },
  RUNTIME_SIGNER_ASKED: {
    en: '"{taskName}" was itself opened for somebody who was asked; it cannot be passed on further. Answer it, or hand it over.',
    'zh-CN': '“{taskName}”本身就是加签、委派或退回产生的任务，不能再次加签或委派。请直接办理，或转办。',
    kind: 'conflict',
    causes: 'A signer tried to ask further signers.',
  },
  RUNTIME_SIGNER_INVALID: {
    en: 'Nobody to add was named at "{taskName}", or the votes of one are no whole number from 0 to 10,000.',
    'zh-CN': '没有为“{taskName}”选择加签人，或其票数不是0到10000之间的整数。',
    kind: 'invalid',
    causes: 'An empty choice of people.',
  },
  RUNTIME_SIGNER_NOT_MANY: {
    en: '"{taskName}" is done by one person, so nobody can sign beside them. Add the signer before or after.',
    'zh-CN': '“{taskName}”由一人办理，不能并行加签。请选择前加签或后加签。',
    kind: 'conflict',
    causes: 'A signer beside a task that is not done by many.',
  },
  RUNTIME_SIGNER_NO_LIST: {
    en: '"{taskName}" is done a number of times, not for each of a list, so nobody can be added.',
    'zh-CN': '“{taskName}”按次数重复办理，没有人员名单，不能加签。',
    kind: 'conflict',
    causes: 'A multi-instance with a cardinality in place of a list.',
  },
  RUNTIME_SIGNER_UNKNOWN: {
    en: 'No such signer waits at "{taskName}". Reload the case.',
    'zh-CN': '“{taskName}”没有这位待签人员。请刷新后重试。',
    kind: 'conflict',
    causes: 'The signer signed meanwhile, or was removed by somebody else.',
  },
  RUNTIME_SIGNER_LAST: {
    en: '"{taskName}" would have no signer left. Add another one first.',
    'zh-CN': '“{taskName}”将没有签署人。请先加签，再减签。',
    kind: 'conflict',
    causes: 'The only signer was removed.',
  },
  RUNTIME_START_BY_EVENT: {
    en: 'A case of "{processName}" cannot be started by hand: it begins when a message, a signal or an instant comes. Send that, or add a plain start event.',
    'zh-CN': '“{processName}”不能由人发起：它在收到消息、信号或到达时间时自动开始。请发送相应消息，或添加普通开始事件。',
    causes: 'The process has only start events with a trigger.',
  },
} as const;

const TABLE = {
  // A flow that cannot be run as it is
  RUNTIME_NODE_UNSUPPORTED: {
    en: 'The element "{nodeId}" ({nodeName}) cannot be run: {what}. Remove it or draw the step in another way.',
    'zh-CN': '流程元素“{nodeId}”（{nodeName}）不能执行：{what}。请删除该元素，或改用其他画法。',
    causes: 'A BPMN element, event or loop that this version of the runtime does not execute.',
    terms: {
      what: {
        kind: { en: 'elements of the kind "{by}" are not supported', 'zh-CN': '尚不支持“{by}”类型的元素' },
        noCollection: { en: 'a multi-instance activity without a list or a number', 'zh-CN': '没有指定列表或次数的多实例活动' },
        noHandler: { en: 'a service task without a handler', 'zh-CN': '没有指定处理程序的服务任务' },
        nothingSent: { en: 'a send task without a message or handler', 'zh-CN': '既没有消息也没有处理程序的发送任务' },
        noDecision: { en: 'a business rule task without a decision', 'zh-CN': '没有指定决策表的业务规则任务' },
        nothingCalled: { en: 'a call activity that calls nothing', 'zh-CN': '没有指定被调用流程的调用活动' },
        nothingToBegin: { en: 'an ad-hoc sub-process without an activity that could be begun', 'zh-CN': '没有可启动活动的特别子流程' },
        noActivation: { en: 'a complex gateway without an activation condition', 'zh-CN': '没有激活条件的复杂网关' },
        noEvents: { en: 'an event-based gateway without events', 'zh-CN': '后面没有事件的事件网关' },
        notWaiting: {
          en: 'an event-based gateway followed by "{by}", which is no event that waits',
          'zh-CN': '事件网关后面的“{by}”不是等待事件',
        },
        nothingAwaited: { en: 'an event that waits for nothing', 'zh-CN': '没有触发条件的等待事件' },
        awaits: { en: 'an event that waits for "{by}"', 'zh-CN': '等待“{by}”的事件' },
        awaitsAll: { en: '"{by}" among several things that must all come', 'zh-CN': '把“{by}”作为必须全部到达的触发条件之一' },
        throws: { en: 'a throw event of kind "{by}"', 'zh-CN': '“{by}”类型的抛出事件' },
        cancelOutside: { en: 'a cancel end event outside a transaction', 'zh-CN': '事务子流程之外的取消结束事件' },
        noCancelBoundary: {
          en: 'a transaction that is cancelled but has no cancel boundary event',
          'zh-CN': '有取消结束事件却没有取消边界事件的事务子流程',
        },
      },
    },
  },
  RUNTIME_REFERENCE_UNKNOWN: {
    en: 'The element "{nodeId}" ({nodeName}) refers to the {what} "{reference}", which the release does not contain. Add it or correct the reference.',
    'zh-CN': '流程元素“{nodeId}”（{nodeName}）引用的{what}“{reference}”在该版本中不存在。请添加，或更正引用。',
    causes: 'A renamed or deleted limit, form, decision or node.',
    terms: {
      what: {
        limit: { en: 'limit', 'zh-CN': '时限' },
        decision: { en: 'decision', 'zh-CN': '决策' },
        link: { en: 'catching link', 'zh-CN': '链接捕获事件' },
        process: { en: 'process', 'zh-CN': '流程' },
      },
    },
  },
  RUNTIME_PROCESS_MISSING: {
    en: 'The release "{releaseId}" contains no process that can be started. Add a process with a start event.',
    'zh-CN': '版本“{releaseId}”中没有可以启动的流程。请添加带有开始事件的流程。',
    causes: 'An empty drawing, or a file with pools but no process.',
  },

  // Commands that do not fit the case as it stands
  RUNTIME_JOB_CLOSED: {
    en: 'The job {jobId} of the case "{caseId}" is not waiting any more; its result was not used.',
    'zh-CN': '办件“{caseId}”的后台作业{jobId}已不在等待，其结果未被采用。',
    kind: 'conflict',
    causes: 'The job was already finished, or the step was cancelled meanwhile.',
  },
  RUNTIME_TIMER_CLOSED: {
    en: 'The timer {timerId} of the case "{caseId}" is not running any more.',
    'zh-CN': '办件“{caseId}”的定时器{timerId}已不再运行。',
    kind: 'conflict',
    causes: 'The timer already fired, its step was left, or its clock is paused.',
  },
  RUNTIME_SUBSCRIPTION_CLOSED: {
    en: 'The case "{caseId}" is not waiting for this message any more (subscription {subscriptionId}).',
    'zh-CN': '办件“{caseId}”已不再等待该消息（订阅{subscriptionId}）。',
    kind: 'conflict',
    causes: 'The message was already recorded, or the step was left meanwhile.',
  },
  RUNTIME_INCIDENT_CLOSED: {
    en: 'The incident {incidentId} of the case "{caseId}" is already settled.',
    'zh-CN': '办件“{caseId}”的异常{incidentId}已经处理。',
    kind: 'conflict',
    causes: 'Somebody else retried it, or the step was cancelled.',
  },
  RUNTIME_TASK_CLAIMED: {
    en: 'The task "{taskName}" was already claimed by {assigneeName}. Ask them to put it back or to hand it over.',
    'zh-CN': '任务“{taskName}”已由{assigneeName}认领。请联系其退回认领或转办。',
    kind: 'conflict',
    causes: 'Two colleagues claim the same task.',
  },
  RUNTIME_RETURN_TARGET_UNKNOWN: {
    en: 'The task "{taskName}" cannot be returned to "{target}": the flow has no such step.',
    'zh-CN': '任务“{taskName}”不能退回到“{target}”：流程中没有该环节。',
    causes: 'A target that was renamed or deleted in the flow.',
  },
  RUNTIME_RETURN_TARGET_AHEAD: {
    en: 'The task "{taskName}" cannot be returned to "{targetName}": the case has not been there yet. Choose an earlier step.',
    'zh-CN': '任务“{taskName}”不能退回到“{targetName}”：办件尚未到过该环节。请选择之前的环节。',
    causes: 'A later step, or one in a branch that was not taken.',
  },
  RUNTIME_RETURN_TARGET_AMBIGUOUS: {
    en: 'The task "{taskName}" cannot be returned to "{targetName}": that step belongs to a repeated sub-process, or to a process that was called more than once, so it is not clear which of its runs is meant. Choose the sub-process or call itself.',
    'zh-CN':
      '任务“{taskName}”不能退回到“{targetName}”：该环节位于多实例子流程或被多次调用的流程内，无法确定退回到哪一次执行。请选择该子流程或调用活动。',
    causes: 'A target inside a multi-instance sub-process, seen from outside it.',
  },
  RUNTIME_PAUSE_UNKNOWN: {
    en: 'No limit of this measure is paused for the reason "{reason}". Choose a reason that a limit lists under `pauses`.',
    'zh-CN': '该事项没有因“{reason}”暂停的时限。请选择时限“暂停原因”中列出的原因。',
    causes: 'A misspelled reason, or a limit that does not list it.',
  },
  RUNTIME_PAUSE_LASTS: {
    en: 'The clocks are already paused for the reason "{reason}". End that pause first.',
    'zh-CN': '时限已因“{reason}”暂停。请先结束该次暂停。',
    kind: 'conflict',
    causes: 'Two people pause the same case, or an old page.',
  },
  RUNTIME_PAUSE_OVER: {
    en: 'The clocks are not paused for the reason "{reason}" by anybody.',
    'zh-CN': '没有人因“{reason}”暂停时限，无须恢复。',
    kind: 'conflict',
    causes: 'The pause was already ended, or the flow itself pauses the clocks while a step is open.',
  },
  RUNTIME_PAUSE_INSTANT: {
    en: 'The pause for "{reason}" must begin before it ends, and lie in the past.',
    'zh-CN': '“{reason}”暂停的开始时间应早于结束时间，且不得晚于当前时间。',
    causes: 'Two instants in the wrong order, or one in the future.',
  },
  RUNTIME_PAUSE_END: {
    en: 'A pause for "{reason}" would be over already, or last longer than a century. Name another end, or record the stretch that is over.',
    'zh-CN': '“{reason}”暂停的结束时间必须晚于现在，且不得长过一百年。请改选结束时间，或补记已经结束的一段。',
    causes: 'A planned end that is past, or a term that was over before the pause was recorded.',
  },
  RUNTIME_MIGRATION_NODE_GONE: {
    en: 'The case stands at "{nodeName}" ({nodeId}), which the other release does not have. Say to which element it goes, or move the case on first.',
    'zh-CN': '办件停在“{nodeName}”（{nodeId}），新版本中没有该环节。请指定对应的环节，或先将办件办到其他环节。',
    kind: 'conflict',
    causes: 'A step that was deleted, or drawn anew under another id.',
  },
  RUNTIME_MIGRATION_KIND: {
    en: 'The case stands at "{nodeName}" ({nodeId}, {before}); "{targetName}" ({targetId}) of the other release is another kind of element ({after}). Choose an element of the same kind.',
    'zh-CN': '办件停在“{nodeName}”（{nodeId}，{before}），新版本中的“{targetName}”（{targetId}）是另一类元素（{after}）。请选择同类元素。',
    kind: 'conflict',
    causes: 'A step that became a sub-process or a multi-instance, or an event that waits for something else.',
  },
  RUNTIME_MIGRATION_SCOPE: {
    en: '"{targetName}" ({targetId}) of the other release lies in another sub-process than "{nodeName}" ({nodeId}), where the case stands. Move the case on first.',
    'zh-CN': '新版本中的“{targetName}”（{targetId}）与办件所在的“{nodeName}”（{nodeId}）不在同一子流程内。请先将办件办到其他环节。',
    kind: 'conflict',
    causes: 'A step that was moved into or out of a sub-process.',
  },
  RUNTIME_MIGRATION_FLOW_GONE: {
    en: 'A branch waits at "{nodeName}" ({nodeId}) by the flow "{flowId}", which the other release does not have. Wait until the branches have met.',
    'zh-CN': '有分支经连线“{flowId}”在“{nodeName}”（{nodeId}）等待汇合，新版本中没有该连线。请等各分支汇合后再迁移。',
    kind: 'conflict',
    causes: 'A join whose branches were drawn anew.',
  },
  RUNTIME_MIGRATION_TARGET_UNKNOWN: {
    en: 'The other release has no element "{targetId}". Correct the mapping.',
    'zh-CN': '新版本中没有元素“{targetId}”。请更正对应关系。',
    causes: 'A misspelled id in the mapping.',
  },
  RUNTIME_MIGRATION_PLAN: {
    en: 'The plan does not fit the case "{caseId}": it leaves a token without a place between "{from}" and "{to}". Plan the migration again.',
    'zh-CN': '迁移方案与办件“{caseId}”不符：从“{from}”到“{to}”有令牌没有去处。请重新生成方案。',
    kind: 'conflict',
    causes: 'The case went on after the plan was made.',
  },
  RUNTIME_ACTIVITY_NOT_STARTABLE: {
    en: '"{nodeName}" ({nodeId}) cannot be started now. Its ad-hoc sub-process is not open, another step of it is being done first, or it is open more than once and one must be named.',
    'zh-CN':
      '“{nodeName}”（{nodeId}）现在不能启动：所在的特别子流程未打开，需先办完其中另一环节，或该子流程同时打开了多个、需指明其中一个。',
    kind: 'conflict',
    causes: 'The page is older than the end of the sub-process, or a colleague started a step that goes alone.',
  },
  RUNTIME_ENTRY_PLACE: {
    en: 'A case cannot be entered at "{target}". Name steps of the flow at which it stands; not a start event, nor a step inside a repeated sub-process.',
    'zh-CN': '不能在“{target}”处补录办件。请指明办件所处的环节；不能是开始事件，也不能在多实例子流程内。',
    causes: 'A misspelled id, no place at all, or a place of which there may be many.',
  },
  RUNTIME_ENTRY_INSTANT: {
    en: 'The instants of a case entered afterwards must lie between its beginning and now.',
    'zh-CN': '补录办件的各项时间应在办件开始之后、当前时间之前。',
    causes: 'A day in the future, or a step that is older than the case.',
  },
  RUNTIME_NAME_NOT_SAFE: {
    en: 'The name "{name}" cannot be used for a variable or field. Choose another name.',
    'zh-CN': '名称“{name}”不能用作变量或字段名。请更换名称。',
    causes: 'A name such as `__proto__`, an empty name, or one longer than 200 characters.',
  },

  // Tokens that could not go on: incidents
  RUNTIME_NO_FLOW_TAKEN: {
    en: '"{nodeName}" ({nodeId}) has no outgoing flow whose condition holds. Give one of {flows} a condition that holds, or set a default flow.',
    'zh-CN': '“{nodeName}”（{nodeId}）没有条件成立的出口。请为{flows}之一设置成立的条件，或设置默认出口。',
    causes: 'Conditions that leave a gap, or a value they read that is missing.',
  },
  RUNTIME_TOO_MANY_STEPS: {
    en: 'The flow went round without waiting anywhere: {steps} steps were taken, the last one at "{nodeName}" ({nodeId}). All that was still to be done stands still in {tokens} places, and goes on when this one is tried again. Add a step that waits, or a condition that leaves the loop.',
    'zh-CN':
      '流程在不停循环，没有任何等待环节：已执行{steps}步，停在“{nodeName}”（{nodeId}）；未走完的{tokens}处一并停住，重试时一起继续。请在循环中加入等待环节，或设置跳出条件。',
    kind: 'fault',
    causes: 'A loop of gateways and automatic tasks whose condition never changes; a process that calls itself several times without end.',
  },
  RUNTIME_COLLECTION_NOT_A_LIST: {
    en: '"{nodeName}" ({nodeId}) is to be done for each element of "{expression}", but that is no list. Correct the expression or the value it reads.',
    'zh-CN': '“{nodeName}”（{nodeId}）应对“{expression}”中的每一项各办理一次，但其结果不是列表。请更正表达式或其读取的值。',
    causes: 'A collection that is null because nothing was filled in yet.',
  },
  RUNTIME_CARDINALITY_NOT_A_NUMBER: {
    en: '"{nodeName}" ({nodeId}) is to be done "{expression}" times, but that is no whole number from 0 to {most}. Correct the expression or the value it reads.',
    'zh-CN': '“{nodeName}”（{nodeId}）的办理次数“{expression}”不是0到{most}之间的整数。请更正表达式或其读取的值。',
    causes: 'A count that is null, negative or too large.',
  },
  RUNTIME_WEIGHT_INVALID: {
    en: 'The votes of a signer of "{nodeName}" ({nodeId}) cannot be counted: "{expression}" gives no whole number from 0 to {most}. Correct the expression or the value it reads.',
    'zh-CN': '“{nodeName}”（{nodeId}）无法计票：“{expression}”的结果不是0到{most}之间的整数。请更正表达式或其读取的值。',
    causes: 'A number of votes that is null, negative, fractional or too large.',
  },
  RUNTIME_COLLECTION_TOO_LONG: {
    en: '"{nodeName}" ({nodeId}) would be done {count} times; at most {most} are run. Shorten the list.',
    'zh-CN': '“{nodeName}”（{nodeId}）需要办理{count}次，超过上限{most}次。请缩短列表。',
    causes: 'A list that is much longer than meant.',
  },
  RUNTIME_PERFORMER_EMPTY: {
    en: 'Nobody can do "{nodeName}" ({nodeId}): "{expression}" gives no {what}. Correct the expression or the value it reads.',
    'zh-CN': '“{nodeName}”（{nodeId}）没有办理人：“{expression}”未得出{what}。请更正表达式或其读取的值。',
    causes: 'A department or person taken from a value that is not filled in.',
    terms: { what: { department: { en: 'department', 'zh-CN': '部门' }, person: { en: 'person', 'zh-CN': '人员' } } },
  },
  RUNTIME_TIMER_VALUE_INVALID: {
    en: 'The timer "{nodeName}" ({nodeId}) needs a {what} up to the year 9999, but "{expression}" gives {value}. Write for instance {sample}.',
    'zh-CN': '定时器“{nodeName}”（{nodeId}）需要{what}，且不晚于9999年，但“{expression}”的结果是{value}。例如可写{sample}。',
    causes:
      'A duration such as `3 days` in place of `P3D`, a value that is missing, a repetition without a period such as `R/PT0S`, or an instant after the year 9999.',
    terms: {
      what: {
        date: { en: 'date or date and time', 'zh-CN': '日期或日期时间' },
        duration: { en: 'duration', 'zh-CN': '时长' },
        cycle: { en: 'repetition', 'zh-CN': '重复周期' },
      },
      sample: {
        date: { en: '2026-03-01T08:30:00', 'zh-CN': '2026-03-01T08:30:00' },
        duration: { en: 'P3D', 'zh-CN': 'P3D' },
        cycle: { en: 'R3/P1D', 'zh-CN': 'R3/P1D' },
      },
    },
  },
  RUNTIME_FORM_VALUE_INVALID: {
    en: '"{nodeName}" ({nodeId}) sets the form "{form}", but its value is no context. Give one entry per field.',
    'zh-CN': '“{nodeName}”（{nodeId}）要设置表单“{form}”，但其结果不是上下文。请按字段逐项给出值。',
    causes: 'An expression that gives null, a list or a single value.',
  },
  RUNTIME_DECISION_FAILED: {
    en: '"{nodeName}" ({nodeId}): the decision "{decision}" could not be made. {reason}',
    'zh-CN': '“{nodeName}”（{nodeId}）：决策“{decision}”无法得出结果。{reason}',
    causes: 'A unique table with two rules that hold, a value outside the allowed ones, or a fault in an expression.',
  },
  RUNTIME_CALLS_TOO_DEEP: {
    en: '"{nodeName}" ({nodeId}) would be call number {most} inside one another: {chain}. Add a condition that ends the calls.',
    'zh-CN': '“{nodeName}”（{nodeId}）的调用嵌套已超过{most}层：{chain}。请添加结束调用的条件。',
    kind: 'fault',
    causes: 'A process that calls itself, directly or through others, without end.',
  },
  RUNTIME_ERROR_UNCAUGHT: {
    en: '"{nodeName}" ({nodeId}) raised the error "{code}" and nothing in the flow catches it. {message} Add an error event, or correct the cause and retry.',
    'zh-CN': '“{nodeName}”（{nodeId}）抛出错误“{code}”，流程中没有捕获它的事件。{message}请添加错误事件，或排除原因后重试。',
    causes: 'A missing boundary error event, or one with another code.',
  },
  RUNTIME_JOB_FAILED: {
    en: '"{nodeName}" ({nodeId}) failed: {reason} Correct the cause and retry.',
    'zh-CN': '“{nodeName}”（{nodeId}）执行失败：{reason} 请排除原因后重试。',
    kind: 'fault',
    causes: 'The handler of the service task gave up after its retries.',
  },

  // What should not happen
  RUNTIME_COMMAND_UNKNOWN: {
    en: 'There is no command "{command}".',
    'zh-CN': '没有命令“{command}”。',
    kind: 'fault',
    causes: 'A shell newer than the step.',
  },
  RUNTIME_PART_MISSING: {
    en: '"{what}" needs parts of the runtime that are not loaded: {parts}. Hand `prepareRelease` all of them (`allParts`), or load them with `loadParts`.',
    'zh-CN': '“{what}”所需的运行时部件尚未加载：{parts}。请在 `prepareRelease` 时传入全部部件（`allParts`），或用 `loadParts` 加载。',
    kind: 'fault',
    causes:
      'A command such as a return in a page that loaded the parts for running only; a release prepared with the parts of another one.',
  },
  RUNTIME_COMMAND_WITHOUT_ACTOR: {
    en: 'The command "{command}" needs an actor.',
    'zh-CN': '命令“{command}”必须指明操作人。',
    kind: 'fault',
    causes: 'A shell that forgot to say who acts.',
  },
  RUNTIME_CASE_NOT_STARTED: {
    en: 'The command "{command}" needs a case, but none was handed in. Start the case first.',
    'zh-CN': '命令“{command}”需要办件，但未提供。请先启动办件。',
    kind: 'fault',
    causes: 'A command other than `start` with the state `undefined`.',
  },
  RUNTIME_CASE_ALREADY_STARTED: {
    en: 'The case "{caseId}" is already started.',
    'zh-CN': '办件“{caseId}”已经启动。',
    kind: 'fault',
    causes: 'The command `start` with a state.',
  },
  RUNTIME_START_UNKNOWN: {
    en: 'The flow has no process or start event "{nodeId}" at which a case could begin.',
    'zh-CN': '没有可以由此开始的流程或开始事件“{nodeId}”。',
    causes: 'A renamed process or start event, or one inside a sub-process.',
  },
  RUNTIME_STATE_FORMAT: {
    en: 'The case "{caseId}" has the state format {found}; this runtime reads format {known}. Use a newer runtime.',
    'zh-CN': '办件“{caseId}”的状态格式为{found}，本运行时只识别格式{known}。请使用更新的运行时。',
    kind: 'fault',
    causes: 'A state written by a newer version.',
  },
  RUNTIME_RELEASE_MISMATCH: {
    en: 'The case "{caseId}" runs on the release "{needed}", but "{found}" was handed in.',
    'zh-CN': '办件“{caseId}”运行在版本“{needed}”上，但提供的是“{found}”。',
    kind: 'fault',
    causes: 'A shell that loaded the current release in place of the one the case was started on.',
  },
} as const;

/** All of them, by code: `raise.ts` knows from here which codes there are. */
export type StepErrors = typeof REFUSALS & typeof TABLE;

/** The errors of the step, in words. */
export const stepErrors: Raise<keyof StepErrors> = defineErrors({ ...REFUSALS, ...TABLE });
