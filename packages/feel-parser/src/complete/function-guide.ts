/** What each built-in function takes and gives, in a sentence. A test in `feel` holds the parameters to those that run. */
import type { LocalText } from '@tongban/model';

/** One function. */
export interface FeelFunctionGuide {
  readonly name: string;
  /** Its parameters, e.g. `string, match`. */
  readonly parameters: string;
  readonly help: LocalText;
}

// name | parameters | 中文 | English; those that approval rules use most come first
const LINES = `
today||今天的日期|today's date
now||现在的日期和时间|the present date and time
date|from|把文字变成日期，如 date("2026-01-31")|a date from text, e.g. date("2026-01-31")
date and time|from|把文字变成日期时间|a date and time from text
time|from|把文字变成时间|a time from text
duration|from|时长，如 duration("P5D") 为 5 天|a duration, e.g. duration("P5D") for 5 days
years and months duration|from, to|两个日期相差几年几月|years and months between two dates
not|negand|不是：真变假，假变真|the opposite of true or false
contains|string, match|文字中是否含有另一段文字|whether text contains other text
starts with|string, match|文字是否以另一段文字开头|whether text starts with other text
ends with|string, match|文字是否以另一段文字结尾|whether text ends with other text
matches|input, pattern, flags|文字是否符合正则表达式|whether text matches a pattern
list contains|list, element|列表中是否有这一项|whether a list has this element
count|list|列表有几项|how many elements a list has
sum|list|列表各项之和|the sum of a list
min|list|最小的一项|the smallest element
max|list|最大的一项|the largest element
mean|list|平均值|the mean of a list
all|list|列表各项是否全为真|whether all elements are true
any|list|列表中是否有一项为真|whether any element is true
is defined|value|是否有值|whether there is a value
get or else|value, default|没有值时用另一个值|the value, or another when there is none
is empty|list|列表是否为空|whether a list is empty
string length|string|文字有几个字|how many characters text has
substring|string, start position, length|从第几个字起取一段文字|part of text from a position
upper case|string|变为大写|in capital letters
lower case|string|变为小写|in small letters
substring before|string, match|另一段文字之前的部分|the text before other text
substring after|string, match|另一段文字之后的部分|the text after other text
replace|input, pattern, replacement, flags|按正则表达式替换|replaces what matches a pattern
split|string, delimiter|按分隔符拆成列表|a list of the parts between delimiters
string join|list, delimiter, prefix, suffix|把列表连成一段文字|joins a list into one text
trim|string|去掉两端空格|without spaces at both ends
string|from|变成文字|as text
number|from, grouping separator, decimal separator|把文字变成数字|a number from text
abs|n|绝对值|without its sign
floor|n, scale|向下取整|rounded down to a whole number
ceiling|n, scale|向上取整|rounded up to a whole number
round half up|n, scale|四舍五入到几位小数|rounded, half up
round half down|n, scale|五舍六入到几位小数|rounded, half down
round up|n, scale|远离零取整|rounded away from zero
round down|n, scale|向零取整|rounded towards zero
decimal|n, scale|保留几位小数（银行家舍入）|rounded to decimals, half even
modulo|dividend, divisor|余数|the remainder of a division
sqrt|number|平方根|the square root
log|number|自然对数|the natural logarithm
exp|number|e 的几次方|e to a power
odd|number|是否为奇数|whether a number is odd
even|number|是否为偶数|whether a number is even
product|list|列表各项之积|the product of a list
median|list|中位数|the median
stddev|list|标准差|the standard deviation
mode|list|出现最多的值|the most frequent values
sublist|list, start position, length|列表的一段|part of a list
append|list, item|在列表末尾加一项|a list with one more element
concatenate|list|把几个列表接起来|lists one after another
insert before|list, position, newItem|在某个位置插入一项|a list with an element put in
remove|list, position|去掉某个位置的一项|a list without the element at a position
list replace|list, position, newItem|换掉某个位置的一项|a list with an element replaced
reverse|list|倒过来|in the opposite order
index of|list, match|这一项在列表中的位置|where an element stands
union|list|合并几个列表并去重|lists joined, without repetitions
distinct values|list|去掉重复项|without repetitions
flatten|list|把列表中的列表摊平|lists inside lists made one list
sort|list, precedes|排序|sorted
before|a, b|前者是否早于（小于）后者|whether one lies before the other
after|a, b|前者是否晚于（大于）后者|whether one lies after the other
meets|a, b|前一区间的末端是否是后一区间的起点|whether one range ends where the other begins
met by|a, b|前一区间的起点是否是后一区间的末端|whether one range begins where the other ends
overlaps|a, b|两个区间是否有重叠|whether ranges overlap
overlaps before|a, b|前一区间是否从前面与后一区间重叠|whether one overlaps the beginning of the other
overlaps after|a, b|前一区间是否从后面与后一区间重叠|whether one overlaps the end of the other
finishes|a, b|是否同时结束|whether both end together
finished by|a, b|是否以它结束|whether it ends with the other
includes|a, b|区间是否包含它|whether a range includes it
during|a, b|是否在区间之内|whether it lies within a range
starts|a, b|是否同时开始|whether both begin together
started by|a, b|是否以它开始|whether it begins with the other
coincides|a, b|两者是否相同|whether both are the same
range|from|把文字变成区间|a range from text
day of year|date|一年中的第几天|the day of the year
day of week|date|星期几（英文）|the day of the week
month of year|date|月份（英文）|the month by its name
week of year|date|一年中的第几周|the week of the year
is|value1, value2|类型和值是否都相同|whether type and value are the same
get value|m, key|按名称取条目|an entry by its name
get entries|m|全部条目|all entries
context|entries|由条目列表组成对象|a context from entries
context put|context, key, value|加一个条目|a context with one more entry
context merge|contexts|合并几个对象|contexts merged`;

/** All built-in functions. */
export const FEEL_FUNCTION_GUIDE: readonly FeelFunctionGuide[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [name = '', parameters = '', chinese = '', english = ''] = line.split('|');
    return { name, parameters, help: { 'zh-CN': chinese, en: english } };
  });
