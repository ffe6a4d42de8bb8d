/** Texts of several lengths, scripts and kinds, written for these tests. */
export const short = [
  '你好',
  '中文',
  '答案',
  '问题',
  '学习笔记',
  '什么是栈?',
  '1.什么是队列',
  '答案:B',
  '正确',
  '解析:略',
  '測試',
  '問題一',
  '繁體中文',
  '答案：丙',
  '什麼是資料庫？',
  'A',
  'ok',
  'Q1',
  'Hello',
  'naïve',
]

export const long = [
  '1.什么是堆排序?\n堆排序先把数组建成一个大顶堆,然后反复把堆顶的元素和末尾交换,再调整剩下的部分。\n2.它的时间复杂度是多少?\n最好和最坏都是 O(n log n)。\n',
  '下列关于进程和线程的说法,正确的是()\nA.线程有自己独立的地址空间\nB.同一个进程里的线程共享堆\nC.进程之间的切换比线程更快\n答案:B\n解析:线程只有自己的栈和寄存器,堆是共用的。',
  '问：为什么缓存会失效？\n答：因为数据改了，而缓存里还是旧的。常见的办法有三种：过期时间、主动删除、写的时候一起更新。',
  '二叉树的遍历有前序、中序和后序三种，层次遍历要用队列。递归写法最短，但是树很深的时候会把栈用完。',
  '梯度消失是指在很深的网络里，误差传到前面几层时已经小到没有作用。用 ReLU、残差连接、归一化都可以缓解。',
  '在春天的时候，我们常常去河边散步。风很轻，水很慢，老人坐在树下下棋，孩子们追着风筝跑。',
  '事务的四个特性是原子性、一致性、隔离性和持久性。隔离级别越高，并发能力越低，所以要按照业务来选择。',
  '编译器把源代码翻译成目标代码：词法分析、语法分析、语义分析、生成中间代码、优化、生成目标代码。',
  '什麼是物件導向？把資料和處理資料的方法放在一起，用類別描述，用物件執行。繼承、封裝和多型是它的三個特點。',
  '以下關於資料庫索引的說法，哪一個是錯誤的？\nA. 索引可以加快查詢\nB. 索引會佔用空間\nC. 索引越多越好\n答案：C',
  '春天的時候，我們常常到河邊走走。風很輕，水很慢，老人坐在樹下下棋，孩子們追著風箏跑。',
  '網路分成七層：實體層、資料連結層、網路層、傳輸層、會議層、表現層和應用層。每一層只和相鄰的層說話。',
  '機器學習的模型如果在訓練資料上表現很好，在新的資料上卻很差，就叫做過度擬合。可以增加資料、減少參數，或者提早停止。',
  'What does a hash table do when two keys land in the same bucket? It keeps both, in a list or in the next free slot.',
  '1. Which of these is a prime?\n   A) 21  B) 23  C) 25\n   Answer: B\n\n2. Why? It has no divisor but 1 and itself.\n',
  '用 Python 写一个函数 fib(n)，返回第 n 个斐波那契数：\n\ndef fib(n):\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a\n',
  'HTTP 的状态码 404 表示找不到资源，500 表示服务器出错，301 表示永久移动，304 表示没有修改。',
  'TCP 三次握手：客户端发 SYN，服务器回 SYN+ACK，客户端再回 ACK。为什么不是两次？因为要确认双方都能收能发。',
  '请把下面的句子补充完整：光合作用把二氧化碳和水变成有机物，同时放出氧气。',
  '李白、杜甫、白居易都是唐代的诗人，苏轼和辛弃疾是宋代的词人，曹雪芹是清代的小说家。',
  '设 x 是方程的解，则 x² + y² = 1。若 α > 0，β < 0，那么结论成立；否则不成立。',
  '😀 表情也要读对：进度 ✅ 完成，🚀 上线。',
]

/** Titles and scraps: too short to be told for certain, most of them, and never to be taken for something else. */
export const scraps = [
  '面试题 数据库 操作系统 计算机网络 第一章 练习题 单选题 参考答案 第1题 1.栈 2、队列 答：略 一、选择题 Java面试题 HTTP与HTTPS C++复习 期末试卷 题库 错题本 模拟考试(一) 什么是TCP？ 判断题： 对 错 是 上海 答案：A 问：谁？ 英语四级 《红楼梦》 第十二课 考点梳理 必背 重点',
  '面試題 資料庫 作業系統 電腦網路 練習題 單選題 參考答案 1.堆疊 2、佇列 一、選擇題 程式設計 期末考 題庫 對 錯 問：誰？ 複習 國文 歷史第三課 數學 英文單字 社會科',
].flatMap((line) => line.split(' '))

/** What English, French, Spanish and German editors save as Windows-1252. */
export const western = [
  'It’s a “quoted” word.',
  'Don’t panic',
  'The café’s menu – 5 € each',
  '“What is a heap?”\r\n“A tree.”\r\n',
  '1. What’s the time?\r\nIt’s five o’clock.\r\n',
  'Temperature: 20° C ± 1°',
  '½ cup – ¾ spoon',
  'Señor Muñoz',
  'Größe und Fläche',
  'l’été dernier, où étais-tu ?',
  '© 2024 Company™',
  '5 × 3',
  'Zoë’s',
  'a – b…',
]
