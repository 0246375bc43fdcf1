/** The errors and problems of this room. Codes are permanent. */
import { defineErrors, type Raise } from '@tongban/model';
import { REFUSALS } from './core/step-errors.ts';

const TABLE = {
  // Cases and tasks as people meet them
  RUNTIME_NOT_ALLOWED: {
    en: '{actorName} may not do this: {what}. Ask someone with the needed role, or sign in as another person.',
    'zh-CN': '{actorName}无权进行此操作：{what}。请联系有权限的人员，或更换身份登录。',
    kind: 'forbidden',
    causes: 'The person lacks a role, belongs to another department or tenant, or took no part in the case.',
  },
  RUNTIME_NOT_IDENTIFIED: {
    en: 'Nobody is signed in. Sign in at the portal and try again.',
    'zh-CN': '尚未登录。请在门户登录后重试。',
    kind: 'unauthenticated',
    causes: 'The host’s `identify` found nobody for what was handed to `signIn`, or the host gave none.',
  },
  RUNTIME_CASE_UNKNOWN: {
    en: 'There is no case "{caseId}" that you may see. Check its number in your list of cases.',
    'zh-CN': '没有您可以查看的办件“{caseId}”。请在办件列表中核对编号。',
    kind: 'notFound',
    causes: 'A wrong or old link; a case of another tenant.',
  },
  RUNTIME_TASK_UNKNOWN: {
    en: 'There is no task "{taskId}" that you may see. Reload your inbox.',
    'zh-CN': '没有您可以查看的任务“{taskId}”。请刷新待办列表。',
    kind: 'notFound',
    causes: 'A wrong or old link; a task of another tenant.',
  },
  RUNTIME_TASK_NOT_YOURS: {
    en: 'The task "{taskName}" ({taskId}) is not yours to act on. It belongs to: {who}.',
    'zh-CN': '您不是任务“{taskName}”（{taskId}）的办理人，不能办理。该任务由{who}办理。',
    kind: 'forbidden',
    causes: 'Another department, another role, or a task that a colleague has claimed.',
  },
  RUNTIME_TASK_STALE: {
    en: 'The task "{taskName}" ({taskId}) was changed since you opened it (now revision {revision}). Reload it and enter your change again.',
    'zh-CN': '任务“{taskName}”（{taskId}）在您打开之后已被修改（现为第{revision}版）。请重新打开后再填写。',
    kind: 'conflict',
    causes: 'A draft saved in another window, or by a colleague.',
  },
  RUNTIME_FORM_NOT_IN_TASK: {
    en: 'The task "{taskName}" does not contain the form "{formId}". Send only the forms that it shows.',
    'zh-CN': '任务“{taskName}”中没有表单“{formId}”。请只提交该任务显示的表单。',
    causes: 'A page built for another step or release.',
  },
  RUNTIME_OUTCOME_NEEDED: {
    en: 'Choose how to finish the task "{taskName}": {choices}.',
    'zh-CN': '请选择任务“{taskName}”的办理结果：{choices}。',
    causes: 'No outcome, or one that the task does not offer.',
  },
  RUNTIME_REASON_NEEDED: {
    en: 'Give a reason for "{what}" at the task "{taskName}".',
    'zh-CN': '请填写任务“{taskName}”“{what}”的理由。',
    causes: 'A return, a rejection or a negative outcome without its reason.',
  },
  RUNTIME_OPERATION_NOT_ALLOWED: {
    en: 'The task "{taskName}" does not allow the operation "{operation}"{target}.',
    'zh-CN': '任务“{taskName}”不允许“{operation}”操作{target}。',
    causes: 'The operation is not switched on in the flow, or its target is not among the allowed ones.',
  },
  RUNTIME_CASE_OPERATION_NOT_ALLOWED: {
    en: '{actorName} may not do this with the case "{caseId}" now: {operation}.',
    'zh-CN': '{actorName}现在不能对办件“{caseId}”进行“{operation}”。',
    kind: 'forbidden',
    causes: 'The flow does not allow it, somebody else started the case, it is suspended, or it is for administrators.',
  },
  RUNTIME_TRANSFER_TARGET: {
    en: 'The task "{taskName}" cannot be handed to "{to}": no such person, or they may not do this task.',
    'zh-CN': '任务“{taskName}”不能转交给“{to}”：查无此人，或其不具备办理该任务的资格。',
    causes: 'The directory does not know the person, or the role or department does not match.',
  },

  RUNTIME_OPERATION_TO: {
    en: '"{to}" cannot be chosen for "{operation}" at "{taskName}": the flow admits {who}. Choose one of them.',
    'zh-CN': '在“{taskName}”不能向“{to}”{operation}：流程只允许给 {who}。请从中选择。',
    causes: 'The flow says to whom this operation may go, and the person or department chosen is not among them.',
  },

  RUNTIME_DEPUTY_PERSON: {
    en: '"{deputy}" cannot stand in here. Choose somebody else of the same department.',
    'zh-CN': '“{deputy}”不能作为代理人。请选择同一部门的其他人员。',
    causes: 'No such person in the directory, the same person, an applicant, another department, or a host without a directory.',
  },
  RUNTIME_DEPUTY_PERIOD: {
    en: 'A deputy stands in from one moment to a later one that is still to come, for a year at most. Correct the dates.',
    'zh-CN': '代理期限应有起止时间，结束时间须在开始时间和当前时间之后，最长一年。请更正日期。',
    causes: 'The end lies before the start or in the past, or the time is longer than 366 days.',
  },
  RUNTIME_DEPUTY_SCOPE: {
    en: 'What a deputy may do is limited by lists of ids: roles, measures, items. Give lists of texts, or leave the scope out for all tasks.',
    'zh-CN': '代理范围由角色、措施、事项的标识列表限定。请改为文字列表；代理全部任务时不写代理范围。',
    causes: 'The scope, or one of its lists, is null or of another type.',
  },
  RUNTIME_DEPUTY_CHAIN: {
    en: '{deputy} stands in for {principal} in that time, and deputies have no deputies. Choose somebody else or another time, or end the other one first.',
    'zh-CN': '该期间{deputy}正代理{principal}，代理不能转代理。请另选人员或时间，或先结束原有代理。',
    kind: 'conflict',
    causes: 'The chosen deputy is away themselves, or the person who wants a deputy stands in for somebody.',
  },
  RUNTIME_DEPUTY_UNKNOWN: {
    en: 'There is no deputyship "{deputyshipId}" that you may see.',
    'zh-CN': '没有您可以查看的代理设置“{deputyshipId}”。',
    kind: 'notFound',
    causes: 'A wrong or old link; one of another tenant or of other people.',
  },

  // Starting and messages
  RUNTIME_RELEASE_UNKNOWN: {
    en: 'The release "{releaseId}" cannot be used: it was never published here, or another has taken its place. Reload the list and choose again.',
    'zh-CN': '版本“{releaseId}”不可用：未曾在此发布，或已被其他版本替代。请刷新列表后重新选择。',
    kind: 'notFound',
    causes: 'A newer release was published while the page was open; a release of another tenant, or one that was never published.',
  },
  RUNTIME_START_NOT_ALLOWED: {
    en: 'You may not start a case of "{title}". It is started by: {roles}.',
    'zh-CN': '您不能发起“{title}”。该事项由以下角色发起：{roles}。',
    kind: 'forbidden',
    causes: 'The setting `channel` of the measure: for instance filed at the window only.',
  },
  RUNTIME_PROJECT_UNKNOWN: {
    en: 'There is no project with the code "{projectCode}". Check the code, or register the project first.',
    'zh-CN': '没有项目代码为“{projectCode}”的项目。请核对代码，或先登记项目。',
    kind: 'notFound',
    causes: 'A mistyped code; a project of another county or another enterprise.',
  },
  RUNTIME_MESSAGE_NO_CASE: {
    en: 'No case is waiting for "{name}" with the key "{key}". Check the key (for instance the project code).',
    'zh-CN': '没有办件正在等待“{name}”（关联值“{key}”）。请核对关联值（如项目代码）。',
    kind: 'notFound',
    causes: 'A wrong project code; the message was already recorded; the case has not reached the step or has left it.',
  },
  RUNTIME_MESSAGE_AMBIGUOUS: {
    en: '{count} cases are waiting for "{name}" with the key "{key}", so it is not clear which one is meant. Finish or close the others first.',
    'zh-CN': '有{count}个办件同时等待“{name}”（关联值“{key}”），无法确定是哪一个。请先办结或关闭其余办件。',
    kind: 'conflict',
    causes: 'Two cases of one project wait for the same message.',
  },

  // Values
  RUNTIME_VALUE_NOT_JSON: {
    en: 'The value "{path}" is no JSON: {found}. Hand in texts, finite numbers, true and false, null, lists and plain objects.',
    'zh-CN': '值“{path}”不是 JSON：{found}。请只使用文本、有限的数、真假值、null、列表和普通对象。',
    causes: 'A Date, a Map, a function, NaN, Infinity or undefined among the variables, the form values or the result of a handler.',
  },
  RUNTIME_VALUE_TOO_LARGE: {
    en: 'The value "{path}" is too large for a case: at most {limit}. Keep it as a file, or hand in less.',
    'zh-CN': '值“{path}”过大，办件最多保存{limitZh}。请以文件保存，或减少内容。',
    kind: 'tooLarge',
    causes: 'A scan or a table put into a variable, or a structure that contains itself.',
  },

  RUNTIME_CALENDAR_STALE: {
    en: 'The calendar "{calendarId}" was saved by {savedByName} meanwhile (edition {version}). Reload it and make your change again.',
    'zh-CN': '日历“{calendarId}”已被{savedByName}保存为新版本（第{version}版）。请重新载入后再修改。',
    kind: 'conflict',
    causes: 'Two administrators edit the same calendar.',
  },

  RUNTIME_CALENDAR_WRONG: {
    en: 'The calendar "{calendarId}" cannot be used: {why}',
    'zh-CN': '日历“{calendarId}”有误，不能使用：{why}',
    causes: 'An edited calendar whose days or hours are wrong; saving it says everything that is.',
  },

  // Files and lists
  RUNTIME_FILE_UNKNOWN: {
    en: 'There is no file "{fileId}" that you may read.',
    'zh-CN': '没有您可以读取的文件“{fileId}”。',
    kind: 'notFound',
    causes: 'A wrong link, or a file of a case or field that the person may not see.',
  },
  RUNTIME_FILE_TOO_LARGE: {
    en: 'The file "{name}" has {bytes} bytes; the largest allowed is {maxBytes}. Make it smaller or split it.',
    'zh-CN': '文件“{name}”大小为{bytes}字节，超过上限{maxBytes}字节。请压缩或拆分后上传。',
    kind: 'tooLarge',
    causes: 'A scan in too high a resolution.',
  },
  RUNTIME_FILE_REFUSED: {
    en: 'The file "{name}" was not taken: {reason} Choose another file.',
    'zh-CN': '文件“{name}”未通过检查：{reason}请更换文件。',
    causes: 'The check of the host found something in it, such as a virus or contents that are not what the name says.',
  },
  RUNTIME_FILE_NOT_CHECKED: {
    en: 'The file "{name}" could not be checked now. It stays where it is; try again in a moment.',
    'zh-CN': '文件“{name}”暂时无法检查，已上传的内容仍然保留，请稍后重试。',
    kind: 'unavailable',
    causes: 'The virus scanner of the host does not answer.',
  },
  RUNTIME_SEAL_OUTDATED: {
    en: 'Something in the form was changed after the e-seal was put on it. Undo the seal and put it on again.',
    'zh-CN': '加盖电子印章后表中内容有改动，印章不再有效。请撤销后重新加盖。',
    causes: 'A field was edited after sealing, or the seal was made for another form.',
  },
  RUNTIME_SEAL_FOREIGN: {
    en: 'The e-seal is that of "{name}" of {day}; here only one of your own, "{own}", made by today, can stand. Use your own seal.',
    'zh-CN': '电子印章属于“{name}”，日期为{day}；此处只能使用“{own}”截至今日加盖的印章。请换用本单位（本人）的印章。',
    causes:
      'The key of another unit was plugged in, the name in the certificate differs from the registered one, or the clock of the seal service is ahead.',
  },
  RUNTIME_SEAL_REFUSED: {
    en: 'The e-seal was not accepted: {reason} Put it on again, or print, stamp and upload a scan.',
    'zh-CN': '电子印章未通过核验：{reason}请重新加盖，或打印盖章后上传扫描件。',
    causes: 'The seal service does not know the seal, or its certificate has expired.',
  },
  RUNTIME_SEAL_UNSUPPORTED: {
    en: 'E-seals cannot be checked here, so none is accepted. Print, stamp and upload a scan.',
    'zh-CN': '本系统未接入电子印章核验，不能接受电子印章。请打印盖章后上传扫描件。',
    causes: 'The host offers an e-seal on its pages and hands no `checkSeal` to `createEngine`.',
  },
  RUNTIME_SEAL_NOT_CHECKED: {
    en: 'The e-seal of "{name}" could not be checked now. What you filled in is kept; submit again in a moment.',
    'zh-CN': '“{name}”的电子印章暂时无法核验，所填内容仍然保留，请稍后再次提交。',
    kind: 'unavailable',
    causes: 'The seal service does not answer.',
  },
  RUNTIME_UPLOAD_UNKNOWN: {
    en: 'There is no unfinished upload "{uploadId}" of yours. Begin it again.',
    'zh-CN': '没有您未完成的上传“{uploadId}”。请重新开始上传。',
    kind: 'notFound',
    causes: 'It was finished already, nobody went on with it for a week, or it is of another person.',
  },
  RUNTIME_UPLOAD_WRONG: {
    en: 'The upload of "{name}" does not fit: size, digest or part are not what was agreed. Begin it again.',
    'zh-CN': '文件“{name}”的上传内容与约定的大小、摘要或分段不符。请重新开始上传。',
    causes: 'A broken client, or a file that changed while it was being sent.',
  },
  RUNTIME_UPLOAD_DAMAGED: {
    en: 'The file "{name}" arrived damaged. Send it again.',
    'zh-CN': '文件“{name}”在传输中损坏。请重新上传。',
    causes: 'The bytes that arrived do not have the digest that was announced.',
  },
  RUNTIME_CURSOR_INVALID: {
    en: 'The cursor "{cursor}" was not given out by this list. Start again from the first page.',
    'zh-CN': '翻页标记“{cursor}”无效。请从第一页重新开始。',
    causes: 'A cursor of another list, or one that was changed on the way.',
  },

  RUNTIME_PAUSE_REASON_NEEDED: {
    en: 'Say why the end of the pause for "{reason}" is moved.',
    'zh-CN': '请写明为什么调整“{reason}”的结束时间。',
    causes: 'A pause is prolonged or shortened without a word.',
  },
  RUNTIME_PROCESS_NOT_RESTORED: {
    en: 'The process "{processId}" cannot be restored: {why}. Hand in what was saved with the program it was saved with.',
    'zh-CN': '流程“{processId}”无法恢复：{whyZh}。请传入保存的内容和保存时的流程。',
    causes: 'The file was changed since, or something else was handed in.',
  },
  RUNTIME_PROCESS_DISPOSED: {
    en: 'The process "{processId}" was disposed of; nothing can be done in it any more. Make another one with `createProcess`.',
    'zh-CN': '流程“{processId}”已被释放，不能再操作。请用 `createProcess` 新建。',
    kind: 'conflict',
    causes: 'A command to a process after `dispose()`.',
  },

  RUNTIME_ERASE_OPEN_CASE: {
    en: 'The case "{title}" ({caseId}) is still under way; what is known of a person can be erased when it has ended.',
    'zh-CN': '办件“{title}”（{caseId}）尚未办结，办结后才能删除个人信息。',
    kind: 'conflict',
    causes: 'Erasing is asked for while the case is being worked on.',
  },

  // The engine and its handlers
  RUNTIME_COMMAND_ID: {
    en: 'The command has no id by which it could be told from others. Give it one of 1 to {longest} characters, without halves of characters.',
    'zh-CN': '操作缺少可以辨别的编号（1至{longest}个字符，不得含不完整的字符）。请重新提交。',
    causes: 'An empty command id, a very long one, or one with a lone surrogate.',
  },
  RUNTIME_BUSY: {
    en: 'The case "{caseId}" was changed by others again and again; the command was not carried out. Try again.',
    'zh-CN': '办件“{caseId}”正被多人同时修改，本次操作未执行。请重试。',
    kind: 'unavailable',
    causes: 'Very many parallel commands on one case.',
  },
  RUNTIME_ARGUMENT: {
    en: '"{operation}" cannot take what was handed in as "{property}". Hand in {expected}.',
    'zh-CN': '操作“{operation}”的参数“{property}”不正确，应为 {expected}。',
    causes: 'An argument that is missing, null, of another type, or cannot be read.',
  },
  RUNTIME_RELEASE_DAMAGED: {
    en: 'The release or program "{releaseId}" is none. Hand in what `compileMeasure`, `bareRelease` or `deployBpmn` gave.',
    'zh-CN': '传入的版本或流程“{releaseId}”无效。请原样传入编译结果。',
    causes: 'A file with errors gives no program; or a release was edited by hand.',
  },
  RUNTIME_PROGRAM_DAMAGED: {
    en: 'In "{releaseId}", "{field}" of "{elementId}" is not {expected}. Hand in what `compileMeasure` gave.',
    'zh-CN': '版本“{releaseId}”中“{elementId}”的“{field}”应为 {expected}。请原样传入编译结果。',
    causes: 'A release edited by hand.',
  },
  RUNTIME_CLOSED: {
    en: 'The engine or its storage was closed; nothing was done. Try again when the service is back.',
    'zh-CN': '服务已停止，本次操作未执行。请在服务恢复后重试。',
    kind: 'unavailable',
    causes: 'A call while the program was stopping.',
  },
  RUNTIME_CLOCK_INVALID: {
    en: 'The clock of the host shows {found}, which is no instant in epoch milliseconds between 1900 and 9999. Nothing was done. Correct the clock that was handed in.',
    'zh-CN': '系统时钟给出的时间“{found}”不是1900年至9999年之间的毫秒时间，操作未执行。请联系系统管理员检查时钟。',
    kind: 'fault',
    causes: 'An injected `now()` that answers NaN, a text, a date object, or microseconds.',
  },
  RUNTIME_HANDLER_UNKNOWN: {
    en: 'The service task asks for the handler "{handler}", which this host has not registered. Register it in `createEngine({ handlers })`.',
    'zh-CN': '服务任务需要处理程序“{handler}”，但系统未注册该程序。请联系系统管理员注册。',
    kind: 'fault',
    causes: 'A measure from another installation, or a misspelled handler name.',
  },
  RUNTIME_HANDLER_INPUT: {
    en: 'The handler "{handler}" needs the input "{input}" to be {expected}.',
    'zh-CN': '处理程序“{handler}”的输入“{input}”应为{expectedZh}。',
    causes: 'A service task whose inputs are not filled in, or whose expression gives null.',
  },
  RUNTIME_TEMPLATE_UNKNOWN: {
    en: 'The release has no document template "{templateId}". Add the template to the measure or correct the input of the service task.',
    'zh-CN': '该版本中没有文书模板“{templateId}”。请在事项中添加模板，或更正服务任务的输入。',
    causes: 'A renamed or deleted template.',
  },
  RUNTIME_DOCUMENT_NOT_EFFECTIVE: {
    en: 'The document "{title}" {number} ({documentId}) has no legal effect: it is {status}. Use the effective document.',
    'zh-CN': '文书“{title}”{number}（{documentId}）不具有法律效力：{statusZh}。请使用正式文书。',
    kind: 'conflict',
    causes: 'A mock document, or one that was recalled, revoked or has expired.',
  },

  // Measures
  MEASURE_UNKNOWN: {
    en: 'There is no measure "{measureId}" here.',
    'zh-CN': '没有事项“{measureId}”。',
    kind: 'notFound',
    causes: 'A wrong link; a measure of another tenant.',
  },
  MEASURE_ID_CHANGED: {
    en: 'The measure "{measureId}" now calls itself "{found}". Set the id in measure.json back: it never changes.',
    'zh-CN': '事项“{measureId}”的标识被改成了“{found}”。请在 measure.json 中改回：标识不可更改。',
    causes: 'The id was edited, or the files of another measure were pasted in.',
  },
  MEASURE_PATH_UNSAFE: {
    en: 'A measure cannot hold the file "{path}". Use a path inside of the measure, such as forms/application.form.json.',
    'zh-CN': '事项中不能有文件“{path}”。请使用事项文件夹内的路径，例如 forms/application.form.json。',
    causes: 'A path that starts at the root, leads out of the folder, or holds a backslash, a colon or a control character.',
  },
  MEASURE_TOO_LARGE: {
    en: 'The files of "{measureId}" have {length} characters together; at most {limit} are kept. Remove files that are not used.',
    'zh-CN': '“{measureId}”的文件共{length}个字符，最多保存{limit}个。请删除不用的文件。',
    kind: 'tooLarge',
    causes: 'Pictures or data sets put among the files of a measure.',
  },
  MEASURE_DRAFT_STALE: {
    en: 'The draft of "{measureId}" was saved by {savedByName} meanwhile (revision {revision}). Reload it and make your change again.',
    'zh-CN': '“{measureId}”的草稿已被{savedByName}保存为新版本（第{revision}版）。请重新载入后再修改。',
    kind: 'conflict',
    causes: 'Two administrators, or two windows, edit the same measure.',
  },
} as const;

/** Makes the errors of this room. */
export const raise: Raise<keyof typeof REFUSALS | keyof typeof TABLE> = defineErrors({ ...REFUSALS, ...TABLE });
