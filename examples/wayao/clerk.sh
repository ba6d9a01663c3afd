#!/bin/sh
# 录入员平时怎样录入：直接敲 ren … add。这里的素材都是虚构的示例，不改变任何指标。
set -eu
REN=${REN:-ren}

$REN note add --on 2024-01-31 --section 开头 --text "围绕灾后恢复重建和人居环境提升"
$REN note add --on 2024-08-30 --section 亮点 --text "（示例）8月起，联络站把接待日定在集镇街天，选民赶集时就能反映意见。"
$REN note add --on 2024-12-20 --section 不足 --text "（示例）审议意见交给政府以后，跟踪不够紧"
$REN note add --on 2024-12-20 --section 打算 --text "（示例）试行审议意见清单，办完一项销一项"
$REN note add --on 2024-12-20 --section 结尾 --text "（示例）以上总结，如有不妥，请批评指正。"
$REN suggestion urge 5-3-1 --on 2024-03-20 --by 主席团 --method 现场督办
