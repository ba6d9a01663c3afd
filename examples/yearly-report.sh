#!/bin/sh
# 无人值守：写上年度工作总结。可放进 cron 或计划任务，不需要终端，不提问。
#
#   examples/yearly-report.sh [文件夹]          写到该文件夹（默认当前文件夹）
#   REN_DB=/path/ren.db  REN=/path/ren         台账和程序在别处时
#
# cron（每年1月3日早上6点）：  0 6 3 1 *  REN_DB=$HOME/ren.db $HOME/bin/yearly-report.sh $HOME/总结
#
# 退出码：0 写好了 · 2 台账里缺东西（如没有登记本单位） · 3 没有台账或文件夹 · 4 文件已有，没有覆盖 · 5 台账不能用
set -u
REN=${REN:-ren}
folder=${1:-.}
year=$(( $(date +%Y) - 1 ))

"$REN" report make annual --year "$year" -o "$folder/${year}年度工作总结.docx" </dev/null
code=$?
case $code in
    0) ;;
    4) echo "$folder/${year}年度工作总结.docx 已经有了，没有覆盖。" >&2 ;;
    *) echo "${year}年度工作总结没有写成，退出码 $code。" >&2 ;;
esac
exit $code
