/** The codes of this room: what can be wrong with a measure, each with its fix. */
import { defineErrors, type ErrorText, type Raise } from '@tongban/model';
import { LOCKED_PARTS } from '@tongban/overlay';

type Terms = NonNullable<ErrorText['terms']>;

const table = {
  COMPILE_FILE_MISSING: {
    en: 'The measure has no file "{file}". Add the file, or take it out of measure.json.',
    'zh-CN': '办件包中没有文件“{file}”。请补充该文件，或从 measure.json 中去掉它。',
    causes: 'A part was deleted or renamed without changing measure.json.',
  },
  COMPILE_FILE_UNUSED: {
    en: 'measure.json does not name the file "{file}", so nothing uses it. Name it among the parts, or delete it.',
    'zh-CN': 'measure.json 没有列出文件“{file}”，该文件不会被使用。请把它列入 parts，或删除。',
    causes: 'A part was added without changing measure.json.',
  },
  COMPILE_FILE_TOO_LARGE: {
    en: 'The file "{file}" has {length} characters; at most {limit} are read. Split it up.',
    'zh-CN': '文件“{file}”有 {length} 个字符，最多读取 {limit} 个。请拆分。',
    kind: 'tooLarge',
    causes: 'A wrong file was put into the measure.',
  },
  COMPILE_JSON_INVALID: {
    en: 'The file "{file}" is not valid JSON: {reason}. Correct it there.',
    'zh-CN': '文件“{file}”不是有效的 JSON：{reason}。请更正。',
    causes: 'A comma or bracket is missing, or the file was cut off.',
  },
  COMPILE_VERSION_UNKNOWN: {
    en: 'The file "{file}" has formatVersion {version}; this version reads 1. Update Tongban, or export the file again.',
    'zh-CN': '文件“{file}”的 formatVersion 为 {version}，当前版本只能读取 1。请升级系统，或重新导出文件。',
    causes: 'The measure was made with a newer version.',
  },
  COMPILE_PROPERTY_INVALID: {
    en: '"{property}" in "{file}" must be {expected}.',
    'zh-CN': '“{file}”中的“{property}”应为 {expected}。',
    causes: 'A property was forgotten, or has another type.',
  },
  COMPILE_PROPERTY_UNKNOWN: {
    en: '"{property}" in "{file}" is not known and is not used. Correct its name, or remove it.',
    'zh-CN': '“{file}”中的“{property}”不是已知属性，不会起作用。请更正名称，或删除。',
    causes: 'A name is misspelt, or the file is from a newer version.',
  },
  COMPILE_ID_TWICE: {
    en: 'The {what} "{id}" exists more than once. Give each its own id.',
    'zh-CN': '{what}“{id}”重复。请为每一个设置各自的标识。',
    causes: 'An entry was copied.',
  },
  COMPILE_NAME_FORBIDDEN: {
    en: 'The name "{name}" is reserved. Choose another one.',
    'zh-CN': '名称“{name}”是保留名称。请换一个。',
    causes: 'Names such as __proto__ and constructor have a meaning of their own in JavaScript.',
  },
  COMPILE_PATH_UNSAFE: {
    en: 'The path "{path}" cannot be used. Name files inside the measure, relative to measure.json, with "/", without "..".',
    'zh-CN': '路径“{path}”不可用。请使用相对于 measure.json 的路径，以“/”分隔，不含“..”。',
    causes: 'An absolute path, a backslash or ".." was written.',
  },
  COMPILE_LIMIT_UNIT_MISSING: {
    en: 'The limit "{limit}" has no unit. Choose one: workingDay (工作日), calendarDay (日), month (月), year (年), hour (小时).',
    'zh-CN': '时限“{limit}”没有单位。请选择：工作日（workingDay）、日（calendarDay）、月（month）、年（year）、小时（hour）。',
    causes: 'Only the number was taken over from the document.',
  },
  COMPILE_LOCK_UNKNOWN: {
    en: 'measure.json locks the {part} "{id}", which the measure does not have. Remove the lock, or correct the id.',
    'zh-CN': 'measure.json 锁定了{part}“{id}”，但办件包中没有它。请去掉这条锁定，或更正标识。',
    causes: 'A locked part was deleted or given another id.',
    terms: LOCKED_PARTS as Terms,
  },
  COMPILE_FORM_KEY_TWICE: {
    en: 'Two forms have the key "{key}": {forms}. Expressions could not tell them apart; change one.',
    'zh-CN': '有两个表单使用了键“{key}”：{forms}。表达式无法区分，请修改其中一个。',
    causes: 'A form was copied.',
  },
  COMPILE_NO_START: {
    en: 'The process "{element}" has no start event. Add one, so that it is clear where a case begins.',
    'zh-CN': '流程“{element}”没有开始事件，不清楚办件从哪里开始。请添加一个开始事件。',
    causes: 'The start event was deleted, or never drawn.',
  },
  COMPILE_SEVERAL_STARTS: {
    en: '"{element}" is one of several plain start events. A case begins at one of them only, the first if none is asked for: join them.',
    'zh-CN': '“{element}”是多个普通开始事件之一。办件只从其中一个开始（未指定时为第一个），请合并。',
    causes: 'Each lane was given its own start event.',
  },
  COMPILE_START_LED_TO: {
    en: '"{element}" is to start the process, but a flow leads to it. Delete that flow, or switch off that it starts the process (instantiate).',
    'zh-CN': '“{element}”用于启动流程，但有连线通向它。请删除该连线，或取消“启动流程”（instantiate）。',
    causes: 'A step was drawn in front of it later.',
  },
  COMPILE_EVENT_SUB_PROCESS_START: {
    en: 'The event sub-process "{element}" needs exactly one start event, with a trigger, and no flows to or from it.',
    'zh-CN': '事件子流程“{element}”应有且只有一个带触发条件的开始事件，且不与其他节点相连。',
    causes: 'The start event has no trigger, or the sub-process was connected like any other.',
  },
  COMPILE_NO_WAY_IN: {
    en: 'No flow leads to "{element}", so it would never be reached. Connect it, or delete it.',
    'zh-CN': '没有连线通向“{element}”，它永远不会被执行。请连接，或删除。',
    causes: 'A flow was deleted, or an element was dropped and not connected.',
  },
  COMPILE_NO_WAY_OUT: {
    en: 'From "{element}" no end can be reached, so the case would stop there for ever. Connect it to what comes next, or to an end event.',
    'zh-CN': '从“{element}”无法到达任何结束节点，办件会停在这里。请连接到下一步或结束事件。',
    causes: 'A flow was deleted, or a loop has no way out.',
  },
  COMPILE_JOIN_NEVER: {
    en: 'The join "{element}" waits for all its ways, but they never come together, so the case would stop there. Use an exclusive gateway, or split with a parallel one.',
    'zh-CN': '“{element}”要等所有路到齐，但这些路不会同时走到，办件会停在这里。请改用条件分支汇合，或在前面用并行分开。',
    causes: 'Ways that were chosen between (an exclusive gateway) meet at a parallel join.',
  },
  COMPILE_JOIN_NOT_ALWAYS: {
    en: 'The join "{element}" waits for all its ways, but in some cases one of them is left out and the case would stop there. Let every way lead to it.',
    'zh-CN': '“{element}”要等所有路到齐，但有的情况下其中一路不会走到，办件会停在这里。请让每一路都通到这里。',
    causes: 'A choice inside a parallel way leads somewhere else, for example back or to an end.',
  },
  COMPILE_DONE_TWICE: {
    en: 'Ways that run at the same time meet at "{element}" without waiting for each other, so what follows is done more than once. Join them with a parallel gateway.',
    'zh-CN': '同时进行的几路在“{element}”相遇而不互相等待，后面的环节会办理多次。请用并行汇合。',
    causes: 'A parallel split ends in an exclusive gateway or directly in a step.',
  },
  COMPILE_FIELD_NOT_WRITTEN: {
    en: 'The condition of "{element}" reads {field} ({label}), but no step before it lets anybody fill that in with the form {form}. Let an earlier step write it, or ask for something else.',
    'zh-CN':
      '“{element}”的条件要看“{label}”（{field}），但之前没有环节可以填写表单 {form} 的这一项。请让前面的环节可填写，或改用其他条件。',
    causes: 'The form is only shown read-only before, or is filled in later.',
  },
  COMPILE_EVENT_GATEWAY_TARGET: {
    en: 'The event-based gateway "{element}" leads to {targets}. It can only lead to events that wait (message, timer, signal) and receive tasks.',
    'zh-CN': '事件网关“{element}”后面是 {targets}。它后面只能是等待事件（消息、定时、信号）或接收任务。',
    causes: 'A task was connected to the gateway, or the gateway was meant to be an exclusive one.',
  },
  COMPILE_BOUNDARY_LOOSE: {
    en: 'The boundary event "{element}" is attached to no activity. Put it on the edge of a task or sub-process.',
    'zh-CN': '边界事件“{element}”没有附着在任何活动上。请把它放到任务或子流程的边框上。',
    causes: 'The activity was deleted in a text editor, or the event stands on a gateway or another event.',
  },
  COMPILE_FLOW_CROSSES: {
    en: 'The flow "{element}" crosses the border of a sub-process. Connect only nodes inside the same one.',
    'zh-CN': '连线“{element}”跨越了子流程边界。请只连接同一层内的节点。',
    causes: 'An element was moved into or out of a sub-process.',
  },
  COMPILE_ELEMENT_NOT_SUPPORTED: {
    en: '"{element}" is {what}, which cannot be run. Replace it: {instead}.',
    'zh-CN': '“{element}”是{whatZh}，目前不能运行。请改用：{insteadZh}。',
    causes: 'The flow uses a part of BPMN that the runtime does not run yet.',
  },
  COMPILE_PERFORMER_MISSING: {
    en: 'Nobody is named for "{element}". Choose who may do it: a role, a department, a person, or whoever started the case.',
    'zh-CN': '“{element}”没有指定办理人。请选择角色、部门、人员或发起人。',
    causes: 'The task was just drawn.',
  },
  COMPILE_ROLE_UNKNOWN: {
    en: '"{element}" names the role "{id}", which measure.json does not have. Choose one of: {known}.',
    'zh-CN': '“{element}”使用了 measure.json 中没有的角色“{id}”。请选择：{known}。',
    causes: 'A role was renamed or removed.',
  },
  COMPILE_DEPARTMENT_UNKNOWN: {
    en: '"{element}" names the department "{id}", which measure.json does not have. Choose one of: {known}.',
    'zh-CN': '“{element}”使用了 measure.json 中没有的部门“{id}”。请选择：{known}。',
    causes: 'A department was renamed or removed, or FEEL was written without "=".',
  },
  COMPILE_FORM_UNKNOWN: {
    en: '"{element}" shows the form "{id}", which the measure does not have. Choose one of: {known}.',
    'zh-CN': '“{element}”使用了办件包中没有的表单“{id}”。请选择：{known}。',
    causes: 'A form was renamed or removed.',
  },
  COMPILE_FIELD_UNKNOWN: {
    en: '"{element}" sets the access of the field "{id}", which the form "{form}" does not have. Remove it, or correct it.',
    'zh-CN': '“{element}”设置了字段“{id}”的权限，但表单“{form}”中没有该字段。请删除或更正。',
    causes: 'A field was removed from the form.',
  },
  COMPILE_LIMIT_UNKNOWN: {
    en: '"{element}" uses the limit "{id}", which measure.json does not have. Choose one of: {known}.',
    'zh-CN': '“{element}”使用了 measure.json 中没有的时限“{id}”。请选择：{known}。',
    causes: 'A limit was renamed or removed.',
  },
  COMPILE_PAUSE_UNKNOWN: {
    en: '"{element}" pauses clocks for the reason "{id}", which no limit of measure.json lists. List it under `pauses` of a limit, or choose one of: {known}.',
    'zh-CN': '“{element}”因“{id}”暂停计时，但 measure.json 中没有时限列出该原因。请在时限的 `pauses` 中列出，或选择：{known}。',
    causes: 'A misspelled reason; it would pause nothing.',
  },
  COMPILE_DECISION_UNKNOWN: {
    en: '"{element}" uses the decision "{id}", which no table of the measure has. Choose one of: {known}.',
    'zh-CN': '“{element}”使用了决策“{id}”，但办件包的决策表中没有它。请选择：{known}。',
    causes: 'A decision table was renamed or removed.',
  },
  COMPILE_TEMPLATE_UNKNOWN: {
    en: '"{element}" uses the document template "{id}", which the measure does not have. Choose one of: {known}.',
    'zh-CN': '“{element}”使用了办件包中没有的文书模板“{id}”。请选择：{known}。',
    causes: 'A template was renamed or removed.',
  },
  COMPILE_HANDLER_MISSING: {
    en: 'The service task "{element}" names no handler. Choose what the system shall do there.',
    'zh-CN': '服务任务“{element}”没有指定处理程序。请选择系统要执行的处理。',
    causes: 'The task was just drawn.',
  },
  COMPILE_RULE_MISSING: {
    en: 'The business rule task "{element}" names no decision. Choose one.',
    'zh-CN': '业务规则任务“{element}”没有指定决策表。请选择。',
    causes: 'The task was just drawn.',
  },
  COMPILE_SCRIPT_EMPTY: {
    en: 'The script task "{element}" does nothing. Write FEEL, or assign variables.',
    'zh-CN': '脚本任务“{element}”没有内容。请填写 FEEL 表达式，或设置变量赋值。',
    causes: 'The task was just drawn.',
  },
  COMPILE_SCRIPT_LANGUAGE: {
    en: 'The script of "{element}" is written in "{language}". Only FEEL runs; write it in FEEL.',
    'zh-CN': '“{element}”的脚本使用了“{language}”，只能运行 FEEL。请改用 FEEL 书写。',
    causes: 'The flow was made for another engine.',
  },
  COMPILE_CONDITION_MISSING: {
    en: 'The flow "{flow}" out of the gateway "{element}" has no condition and is not its default. Write a condition, or make it the default.',
    'zh-CN': '网关“{element}”的出线“{flow}”既没有条件，也不是默认流向。请填写条件，或设为默认流向。',
    causes: 'A branch was added and its condition forgotten.',
  },
  COMPILE_CONDITION_IGNORED: {
    en: 'The condition of the flow "{element}" is never asked, because {why}. Remove the condition.',
    'zh-CN': '连线“{element}”的条件不会被判断，因为{whyZh}。请删除该条件。',
    causes: 'The gateway was changed to another kind.',
  },
  COMPILE_DEFAULT_MISSING: {
    en: 'The gateway "{element}" has no default flow: when no condition holds, the case stops. Make one flow the default.',
    'zh-CN': '网关“{element}”没有默认流向，所有条件都不满足时办件会停住。请设置一条默认流向。',
    causes: 'The conditions were meant to cover everything.',
  },
  COMPILE_EXPRESSION_FOREIGN: {
    en: 'The {property} of "{element}" is written as {text}, the language of another engine. Write it in FEEL, for instance: {hint}',
    'zh-CN': '“{element}”的 {property} 写成了 {text}，这是其他引擎的表达式。请改写为 FEEL，例如：{hint}',
    causes: 'The flow was made for Camunda 7, Flowable or Activiti.',
  },
  COMPILE_NAME_UNKNOWN: {
    en: 'The {property} of "{element}" reads "{name}", which no form, parameter or step of the measure gives. Correct the name.',
    'zh-CN': '“{element}”的 {property} 使用了“{name}”，但没有任何表单、参数或步骤提供它。请更正名称。',
    causes: 'A name is misspelt, or what gave it was removed.',
  },
  COMPILE_OPERATION_NOT_SUPPORTED: {
    en: '"{element}" allows the operation "{operation}", which does nothing there: only the task of whoever starts a case lets them withdraw it. Remove it.',
    'zh-CN': '“{element}”允许操作“{operation}”，但在此不起作用：只有由申请人办理的环节才能撤回整个办件。请删除该操作。',
    causes: 'The operation was copied from the task of the starter.',
  },
  COMPILE_OPERATION_NOT_GIVEN: {
    en: 'At "{element}" it is said to whom "{operation}" may go, but that goes to nobody. Take it out, or say it of transfer, delegate, addSigner or copy.',
    'zh-CN': '“{element}”限定了“{operation}”可以给谁，但这项操作不交给任何人。请去掉限定，或改在转办、委托、加签、抄送上设置。',
    causes: 'The flow was edited by hand.',
  },
  COMPILE_RETURN_TARGET_UNKNOWN: {
    en: '"{element}" may be returned to "{id}", which is no task of the flow. Choose a task.',
    'zh-CN': '“{element}”可退回到“{id}”，但流程中没有这个任务。请选择一个任务。',
    causes: 'The task was deleted.',
  },
  COMPILE_EXPIRY_LIMIT: {
    en: 'What becomes of "{element}" when "{id}" is over cannot be reckoned: that limit does not run there. Run it at the step, or name one of: {known}.',
    'zh-CN': '“{element}”设置了“{id}”逾期后的处理，但该环节没有计算这个时限。请在该环节启用这个时限，或从中选择：{known}。',
    causes: 'The clock of the limit was taken off the step, or the limit was renamed.',
  },
  COMPILE_EXPIRY_OUTCOME: {
    en: '"{element}" is to be deemed done with the outcome "{id}", which it does not offer. Choose one of: {known}.',
    'zh-CN': '“{element}”逾期后按“{id}”处理，但该环节没有这个办理结果。请从中选择：{known}。',
    causes: 'The outcome was renamed or deleted, or none was chosen.',
  },
  COMPILE_EXPIRY_BASIS: {
    en: '"{element}" decides by itself when its limit is over, and does not say on what legal basis. Name the document and article, or choose to remind or to hand it to the superior.',
    'zh-CN': '“{element}”逾期后自动作出决定，但没有写明依据。请填写文件和条款；没有依据的，请改为提醒或转上级。',
    causes:
      'By the Administrative Licensing Law silence is no consent, save where a law or regulation says so (for instance Art. 50, renewals).',
  },
  COMPILE_CALLED_MISSING: {
    en: 'The call activity "{element}" does not say what it calls. Choose a process of this file.',
    'zh-CN': '调用活动“{element}”没有指定要调用的流程。请选择本文件中的流程。',
    causes: 'The activity was just drawn.',
  },
  COMPILE_CALLED_UNKNOWN: {
    en: '"{element}" calls "{id}", which this file does not have. Add that process to the file, or choose one of: {known}.',
    'zh-CN': '“{element}”调用的“{id}”不在本文件中。请把该流程放进本文件，或从以下选择：{known}。',
    causes: 'The called process stands in a file of its own, as other engines want it, or its id was changed.',
  },
  COMPILE_CALLED_BY_EVENT: {
    en: '"{element}" calls "{id}", which only events begin. Add a plain start event to it.',
    'zh-CN': '“{element}”调用的“{id}”只有带触发条件的开始事件。请为它添加普通开始事件。',
    causes: 'The called process was drawn to be begun by a message or timer.',
  },
  COMPILE_ASSIGN_IGNORED: {
    en: '"{element}" hands over the variable "{variable}", but it calls nothing and sends nothing. Set it before or after the step instead.',
    'zh-CN': '“{element}”要传递变量“{variable}”，但它既不调用流程也不发送消息。请改为在办理前或办理后赋值。',
    causes: 'The kind of the element was changed.',
  },
  COMPILE_COLLECTION_MISSING: {
    en: '"{element}" is done by many, but neither a list nor a number says by how many. Name the list.',
    'zh-CN': '“{element}”是多实例活动，但没有指定列表或数量。请指定列表。',
    causes: 'The marker was set and the list forgotten.',
  },
  COMPILE_VOTE_WITHOUT_CHOICES: {
    en: '"{element}" is voted on, but it has no choices to vote with. Give it outcomes, or say how the choice is found.',
    'zh-CN': '“{element}”需要表决，但没有可供选择的办理结果。请设置办理结果，或指定如何得出表决意见。',
    causes: 'The vote was set before the outcomes.',
  },
  COMPILE_VOTE_CHOICE_UNKNOWN: {
    en: 'The vote of "{element}" counts the choice "{id}", which is none of its outcomes ({known}). Choose one of them.',
    'zh-CN': '“{element}”的表决规则用到选项“{id}”，但办理结果中没有该选项（现有：{known}）。请改为其中之一。',
    causes: 'An outcome was renamed or deleted.',
  },
  COMPILE_VOTE_PART: {
    en: '"{text}" is no part of the votes of "{element}". Write a fraction such as 2/3, a percentage such as 60%, or a number of votes such as 5.',
    'zh-CN': '“{element}”的票数要求“{text}”无法识别。请填写分数（如 2/3）、百分比（如 60%）或票数（如 5）。',
    causes: 'A part above the whole, a missing part, or a text that is no number.',
  },
  COMPILE_TIMER_EMPTY: {
    en: 'The timer "{element}" says neither a time nor a limit. Choose a limit, or write a date or duration.',
    'zh-CN': '定时事件“{element}”既没有时间，也没有时限。请选择时限，或填写日期、时长。',
    causes: 'The event was just drawn.',
  },
  COMPILE_TIMER_TEXT: {
    en: 'The timer "{element}" says "{text}", a cron text. Write an ISO 8601 repetition such as R/PT24H.',
    'zh-CN': '定时事件“{element}”写的是 cron 表达式“{text}”。请改为 ISO 8601 重复格式，例如 R/PT24H。',
    causes: 'The flow was made for another engine.',
  },
  COMPILE_MESSAGE_MISSING: {
    en: '"{element}" names no {kind}. Choose which one.',
    'zh-CN': '“{element}”没有指定{kindZh}。请选择。',
    causes: 'The event was just drawn.',
  },
  COMPILE_ARRIVAL_MISSING: {
    en: '"{element}" waits for a message, but nothing says which case it belongs to. Give the correlation, for example case.key.',
    'zh-CN': '“{element}”等待消息，但没有说明消息属于哪个办件。请填写关联值，例如 case.key。',
    causes: 'The event was just drawn.',
  },
  COMPILE_LINK_TWICE: {
    en: 'The link "{name}" leads to more than one place; "{element}" would never be reached. Give it a name of its own.',
    'zh-CN': '链接“{name}”有多个目标，“{element}”永远不会到达。请为它另取名称。',
    causes: 'A catching link was copied.',
  },
  COMPILE_LINK_LOOSE: {
    en: 'The link "{name}" of "{element}" has no counterpart of the same name in the same process or sub-process. Add it, or correct the name.',
    'zh-CN': '“{element}”的链接“{name}”在同一层流程中没有同名的对应链接。请添加或更正名称。',
    causes: 'One of the two was renamed or deleted.',
  },
  COMPILE_AD_HOC_START: {
    en: 'People begin the steps of the ad-hoc sub-process "{element}". It needs at least one activity that no flow leads to, and no start event.',
    'zh-CN': '特别子流程“{element}”中的环节由人员启动。其中至少要有一个没有进线的活动，且不能有开始事件。',
    causes: 'It was drawn like any other sub-process.',
  },
  COMPILE_ACTIVATION_MISSING: {
    en: 'The complex gateway "{element}" joins flows but does not say when. Give it an activation condition, for example activationCount >= 2.',
    'zh-CN': '复杂网关“{element}”汇合多条连线，但没有说明何时继续。请填写激活条件，例如 activationCount >= 2。',
    causes: 'The gateway was changed from another kind.',
  },
  COMPILE_COMPENSATION_LOOSE: {
    en: '"{element}" undoes nothing as it is drawn. Connect a compensation event on the edge of an activity, by an association, to an activity marked for compensation that has no flows; or start an event sub-process inside a sub-process with it.',
    'zh-CN':
      '“{element}”目前不会撤销任何办理结果。请用关联线把活动边界上的补偿事件连到一个标记为“补偿”且没有连线的活动；或把它作为子流程内事件子流程的开始事件。',
    causes: 'The association was deleted, or the activity that undoes was connected by a sequence flow.',
  },
  COMPILE_COMPENSATION_TARGET: {
    en: '"{element}" undoes an activity that it cannot see or that nothing undoes. Name one of the same or an outer level that has a compensation event, or none to undo all.',
    'zh-CN': '“{element}”要撤销的活动不在它所在的层级或外层，或者该活动没有补偿事件。请选择有补偿事件的活动，或不指定以撤销全部。',
    causes: 'The activity was moved into a sub-process, or its compensation event was deleted.',
  },
  COMPILE_CANCEL_LOOSE: {
    en: '"{element}" cancels no transaction. A cancel end event stands inside a transaction, and the transaction has a cancel event on its edge.',
    'zh-CN': '“{element}”没有可取消的事务。取消结束事件应位于事务子流程内，且该事务的边界上应有取消事件。',
    causes: 'The sub-process is no transaction, or its cancel boundary event is missing.',
  },
  COMPILE_LOOP_EVENT_MISSING: {
    en: '"{element}" throws an event as its instances end, but no signal or escalation is named. Name one, or set the behavior to All.',
    'zh-CN': '“{element}”在各实例结束时应抛出事件，但没有指定信号或升级。请指定，或把 behavior 设为 All。',
    causes: 'The attribute behavior was set without its event, or with an event of another kind.',
  },
  COMPILE_LIST_CSV: {
    en: 'Row {row} of the list cannot be read: {reason}. Save it from Excel as CSV (UTF-8) again.',
    'zh-CN': '清单第 {row} 行无法读取：{reason}。请从 Excel 重新另存为 CSV（UTF-8）。',
  },
  COMPILE_LIST_TOO_MANY: {
    en: 'The list has more than {limit} rows. Split it up.',
    'zh-CN': '清单超过 {limit} 行。请拆分。',
    kind: 'tooLarge',
  },
  COMPILE_LIST_HEADING: {
    en: 'Column {column} of the list has the heading “{heading}”, which is empty, used twice or cannot be a name. Give it one of its own.',
    'zh-CN': '清单第 {column} 列的表头“{heading}”为空、重复或不能用作名称。请改为唯一的表头。',
  },
  COMPILE_LIST_DAY: {
    en: 'Row {row} of the list has “{value}” under “{heading}”, which is no day. Write it like 2023-02-20.',
    'zh-CN': '清单第 {row} 行“{heading}”的“{value}”不是日期。请写成 2023-02-20 这样的形式。',
  },
  COMPILE_ITEMS_CSV: {
    en: 'Line {row} of the item list cannot be read: {reason}. Save the table as CSV (UTF-8) again.',
    'zh-CN': '事项清单第 {row} 行无法读取：{reason}。请把表格重新另存为 CSV（UTF-8）。',
    causes: 'A quotation mark is not closed, or the file has another encoding.',
  },
  COMPILE_ITEMS_TOO_MANY: {
    en: 'The item list has more than {limit} lines. Delete empty and old lines, or check that the right file was chosen.',
    'zh-CN': '事项清单超过 {limit} 行。请删除空行和旧行，或检查是否选错了文件。',
    kind: 'tooLarge',
    causes: 'A wrong table was exported.',
  },
  COMPILE_ITEMS_COLUMN_MISSING: {
    en: 'The item list has no column "{column}". Add it to the first line.',
    'zh-CN': '事项清单缺少“{column}”列。请在首行补充。',
    causes: 'The heading was changed or the first line removed.',
  },
  COMPILE_ITEM_INVALID: {
    en: 'Line {row} of the item list: "{column}" is "{value}"; it must be {expected}.',
    'zh-CN': '事项清单第 {row} 行：“{column}”为“{value}”，应为 {expected}。',
    causes: 'A cell was left empty or holds something else.',
  },
  COMPILE_ITEM_DEPARTMENT_UNKNOWN: {
    en: 'Line {row} of the item list: the department "{id}" is not in measure.json. Use one of: {known}.',
    'zh-CN': '事项清单第 {row} 行：measure.json 中没有部门“{id}”。请使用：{known}。',
    causes: 'A department was renamed, or its name stands where its id should.',
  },
  COMPILE_ITEM_PREREQUISITE_UNKNOWN: {
    en: 'Line {row} of the item list: the prerequisite "{id}" is not in the list. Correct the code.',
    'zh-CN': '事项清单第 {row} 行：前置事项“{id}”不在清单中。请更正编码。',
    causes: 'An item was removed, or its name stands where its code should.',
  },
  COMPILE_SCENARIO_UNKNOWN: {
    en: 'Step {step} of the scenario "{scenario}" names the {what} "{id}", which does not exist. Correct it.',
    'zh-CN': '试办样例“{scenario}”第 {step} 步使用了不存在的{whatZh}“{id}”。请更正。',
    causes: 'An element or form was renamed or removed.',
  },
} as const;

/** A code of this room. */
export type CompileCode = keyof typeof table;

/** Makes the errors and problems of this room. */
export const raise: Raise<CompileCode> = defineErrors(table);
