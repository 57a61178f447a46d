"use strict";
exports.reply = validate10;
const schema11 = {"type":"object","allOf":[{"type":"object","required":["return_code"],"properties":{"return_code":{"type":"string","enum":["SUCCESS","FAIL"],"maxLength":32},"return_msg":{"type":"string","maxLength":128},"result_code":{"type":"string","enum":["SUCCESS","FAIL"],"maxLength":32},"err_code":{"type":"string","maxLength":32},"err_code_des":{"type":"string","maxLength":128},"mch_id":{"type":"string","maxLength":32},"sub_mch_id":{"type":"string","maxLength":32},"appid":{"type":"string","maxLength":32},"sub_appid":{"type":"string","maxLength":32},"nonce_str":{"type":"string","maxLength":32},"sign":{"type":"string","maxLength":64}},"allOf":[{"if":{"properties":{"return_code":{"const":"SUCCESS"}}},"then":{"required":["result_code","mch_id","nonce_str"]}},{"if":{"required":["result_code"],"properties":{"result_code":{"const":"FAIL"}}},"then":{"required":["err_code","err_code_des"]}}]},{"if":{"required":["result"],"properties":{"result":{"const":"FAILED"}}},"then":{"required":["fail_reason"]}}],"properties":{"transaction_id":{"type":"string","minLength":1,"maxLength":32},"amount":{"type":["integer","string"],"minimum":0,"pattern":"^[0-9]+$"},"result":{"type":"string","enum":["PROCESSING","SUCCESS","FAILED"]},"fail_reason":{"type":"string","enum":["ACCOUNT_ABNORMAL","NO_RELATION","RECEIVER_HIGH_RISK"]},"finish_time":{"type":"string","pattern":"^([0-9]{14})?$"}},"if":{"required":["result_code"],"properties":{"result_code":{"const":"SUCCESS"}}},"then":{"required":["transaction_id","amount","result"]}};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[0-9]+$", "u");
const pattern1 = new RegExp("^([0-9]{14})?$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs4 = errors;
let valid2 = true;
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_code !== undefined){
if("SUCCESS" !== data.return_code){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.result_code === undefined){
const err1 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "result_code"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.mch_id === undefined){
const err2 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "mch_id"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.nonce_str === undefined){
const err3 = {instancePath,schemaPath:"#/allOf/0/allOf/0/then/required",keyword:"required",params:{missingProperty: "nonce_str"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
valid2 = _valid0;
}
if(!valid2){
const err4 = {instancePath,schemaPath:"#/allOf/0/allOf/0/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const _errs9 = errors;
let valid4 = true;
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.result_code === undefined) && (missing0 = "result_code")){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(data.result_code !== undefined){
if("FAIL" !== data.result_code){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
var _valid1 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs12 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.err_code === undefined){
const err7 = {instancePath,schemaPath:"#/allOf/0/allOf/1/then/required",keyword:"required",params:{missingProperty: "err_code"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.err_code_des === undefined){
const err8 = {instancePath,schemaPath:"#/allOf/0/allOf/1/then/required",keyword:"required",params:{missingProperty: "err_code_des"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid1 = _errs12 === errors;
valid4 = _valid1;
}
if(!valid4){
const err9 = {instancePath,schemaPath:"#/allOf/0/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.return_code === undefined){
const err10 = {instancePath,schemaPath:"#/allOf/0/required",keyword:"required",params:{missingProperty: "return_code"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.return_code !== undefined){
let data2 = data.return_code;
if(!((data2 === "SUCCESS") || (data2 === "FAIL"))){
const err11 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.return_code.enum}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data2 === "string"){
if(data2.length > 32 && func2(data2) > 32){
const err12 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/return_code",schemaPath:"#/allOf/0/properties/return_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.return_msg !== undefined){
let data3 = data.return_msg;
if(typeof data3 === "string"){
if(data3.length > 128 && func2(data3) > 128){
const err14 = {instancePath:instancePath+"/return_msg",schemaPath:"#/allOf/0/properties/return_msg/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/return_msg",schemaPath:"#/allOf/0/properties/return_msg/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.result_code !== undefined){
let data4 = data.result_code;
if(!((data4 === "SUCCESS") || (data4 === "FAIL"))){
const err16 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/enum",keyword:"enum",params:{allowedValues: schema11.allOf[0].properties.result_code.enum}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(typeof data4 === "string"){
if(data4.length > 32 && func2(data4) > 32){
const err17 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/result_code",schemaPath:"#/allOf/0/properties/result_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.err_code !== undefined){
let data5 = data.err_code;
if(typeof data5 === "string"){
if(data5.length > 32 && func2(data5) > 32){
const err19 = {instancePath:instancePath+"/err_code",schemaPath:"#/allOf/0/properties/err_code/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/err_code",schemaPath:"#/allOf/0/properties/err_code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.err_code_des !== undefined){
let data6 = data.err_code_des;
if(typeof data6 === "string"){
if(data6.length > 128 && func2(data6) > 128){
const err21 = {instancePath:instancePath+"/err_code_des",schemaPath:"#/allOf/0/properties/err_code_des/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/err_code_des",schemaPath:"#/allOf/0/properties/err_code_des/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.mch_id !== undefined){
let data7 = data.mch_id;
if(typeof data7 === "string"){
if(data7.length > 32 && func2(data7) > 32){
const err23 = {instancePath:instancePath+"/mch_id",schemaPath:"#/allOf/0/properties/mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/mch_id",schemaPath:"#/allOf/0/properties/mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.sub_mch_id !== undefined){
let data8 = data.sub_mch_id;
if(typeof data8 === "string"){
if(data8.length > 32 && func2(data8) > 32){
const err25 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/allOf/0/properties/sub_mch_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/sub_mch_id",schemaPath:"#/allOf/0/properties/sub_mch_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.appid !== undefined){
let data9 = data.appid;
if(typeof data9 === "string"){
if(data9.length > 32 && func2(data9) > 32){
const err27 = {instancePath:instancePath+"/appid",schemaPath:"#/allOf/0/properties/appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/appid",schemaPath:"#/allOf/0/properties/appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.sub_appid !== undefined){
let data10 = data.sub_appid;
if(typeof data10 === "string"){
if(data10.length > 32 && func2(data10) > 32){
const err29 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/allOf/0/properties/sub_appid/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/sub_appid",schemaPath:"#/allOf/0/properties/sub_appid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.nonce_str !== undefined){
let data11 = data.nonce_str;
if(typeof data11 === "string"){
if(data11.length > 32 && func2(data11) > 32){
const err31 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/allOf/0/properties/nonce_str/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/nonce_str",schemaPath:"#/allOf/0/properties/nonce_str/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.sign !== undefined){
let data12 = data.sign;
if(typeof data12 === "string"){
if(data12.length > 64 && func2(data12) > 64){
const err33 = {instancePath:instancePath+"/sign",schemaPath:"#/allOf/0/properties/sign/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/sign",schemaPath:"#/allOf/0/properties/sign/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/allOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const _errs36 = errors;
let valid7 = true;
const _errs37 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.result === undefined) && (missing1 = "result")){
const err36 = {};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
else {
if(data.result !== undefined){
if("FAILED" !== data.result){
const err37 = {};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
var _valid2 = _errs37 === errors;
errors = _errs36;
if(vErrors !== null){
if(_errs36){
vErrors.length = _errs36;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs39 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fail_reason === undefined){
const err38 = {instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: "fail_reason"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
var _valid2 = _errs39 === errors;
valid7 = _valid2;
}
if(!valid7){
const err39 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
const _errs40 = errors;
let valid9 = true;
const _errs41 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.result_code === undefined) && (missing2 = "result_code")){
const err40 = {};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
else {
if(data.result_code !== undefined){
if("SUCCESS" !== data.result_code){
const err41 = {};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
}
var _valid3 = _errs41 === errors;
errors = _errs40;
if(vErrors !== null){
if(_errs40){
vErrors.length = _errs40;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs43 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.transaction_id === undefined){
const err42 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "transaction_id"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data.amount === undefined){
const err43 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "amount"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data.result === undefined){
const err44 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "result"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
var _valid3 = _errs43 === errors;
valid9 = _valid3;
}
if(!valid9){
const err45 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.transaction_id !== undefined){
let data15 = data.transaction_id;
if(typeof data15 === "string"){
if(data15.length > 32 && func2(data15) > 32){
const err46 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/maxLength",keyword:"maxLength",params:{limit: 32}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data15.length < 2 && func2(data15) < 1){
const err47 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.amount !== undefined){
let data16 = data.amount;
if((!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))) && (typeof data16 !== "string")){
const err49 = {instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/type",keyword:"type",params:{type: schema11.properties.amount.type}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
const err50 = {instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
const err51 = {instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/pattern",keyword:"pattern",params:{pattern: "^[0-9]+$"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data.result !== undefined){
let data17 = data.result;
if(typeof data17 !== "string"){
const err52 = {instancePath:instancePath+"/result",schemaPath:"#/properties/result/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(!(((data17 === "PROCESSING") || (data17 === "SUCCESS")) || (data17 === "FAILED"))){
const err53 = {instancePath:instancePath+"/result",schemaPath:"#/properties/result/enum",keyword:"enum",params:{allowedValues: schema11.properties.result.enum}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.fail_reason !== undefined){
let data18 = data.fail_reason;
if(typeof data18 !== "string"){
const err54 = {instancePath:instancePath+"/fail_reason",schemaPath:"#/properties/fail_reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(!(((data18 === "ACCOUNT_ABNORMAL") || (data18 === "NO_RELATION")) || (data18 === "RECEIVER_HIGH_RISK"))){
const err55 = {instancePath:instancePath+"/fail_reason",schemaPath:"#/properties/fail_reason/enum",keyword:"enum",params:{allowedValues: schema11.properties.fail_reason.enum}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.finish_time !== undefined){
let data19 = data.finish_time;
if(typeof data19 === "string"){
if(!pattern1.test(data19)){
const err56 = {instancePath:instancePath+"/finish_time",schemaPath:"#/properties/finish_time/pattern",keyword:"pattern",params:{pattern: "^([0-9]{14})?$"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/finish_time",schemaPath:"#/properties/finish_time/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
